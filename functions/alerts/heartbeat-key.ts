import { sameDigest } from '../runtime/hash.ts'
import type { Instant } from '../runtime/instant.ts'

/** A key as it is stored: of the key itself nothing but its digest and how it ends. */
export type StoredKey = { digest: string; last4: string; createdAt: Instant; expiresAt?: Instant }

export const isKeyInForce = ({ digest, expiresAt }: StoredKey, given: string, now: Instant): boolean =>
  sameDigest(digest, given) && (expiresAt === undefined || now < expiresAt)

/** The newest of the keys before goes on for a while, older ones end at once: never more than two open anything. */
export function withKey(
  keys: readonly StoredKey[],
  key: StoredKey,
  { now, previousExpiresAt }: { now: Instant; previousExpiresAt: Instant },
): StoredKey[] {
  const previous = keys.at(-1)
  if (!previous || previousExpiresAt <= now) return [key]
  const { expiresAt } = previous
  const ends = expiresAt !== undefined && expiresAt < previousExpiresAt ? expiresAt : previousExpiresAt
  return [{ ...previous, expiresAt: ends }, key]
}
