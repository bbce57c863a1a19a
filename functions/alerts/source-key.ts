import { sha256 } from '../runtime/hash.ts'
import { after, days, type Instant, minutes } from '../runtime/instant.ts'
import type { SourceKind } from './source.ts'

/** What is known of a key once it was shown: never the key. */
export type SourceKey = {
  hash: string
  createdAt: Instant
  createdBy: { id: string; name: string }
  expiresAt?: Instant
  /** By which people tell one from another. */
  lastFour: string
}

/** How long a key that expired is remembered, to say so to who still sends it. */
export const remembered = days(30)
export const mostOverlapMinutes = 10_080

const keyPattern = /^evk_src_[\w-]{43}$/
/** In an address of mail case is not kept, so a token there is spelled in what has none. */
const tokenPattern = /^[0-9a-f]{40}$/

/** How a key is spelled, of 32 random bytes: for who posts, or for the address of a mailbox. */
export function spelled(random: Uint8Array, kind: SourceKind): string {
  const bytes = Buffer.from(random)
  return kind === 'mail' ? bytes.toString('hex').slice(0, 40) : `evk_src_${bytes.toString('base64url')}`
}

/** The hash that a key is kept under; undefined for what can be none. */
export const hashOf = (key: string): string | undefined =>
  keyPattern.test(key) || tokenPattern.test(key) ? sha256(key) : undefined

export const isCurrent = ({ expiresAt }: Pick<SourceKey, 'expiresAt'>, now: Instant): boolean =>
  expiresAt === undefined || now < expiresAt

/**
 * The keys once a new one was added: the newest of before goes on until the overlap ends, all older ones end at once,
 * so that never more than two are valid.
 */
export function rotated(
  keys: readonly SourceKey[],
  added: SourceKey,
  { now, overlapMinutes }: { now: Instant; overlapMinutes: number },
): { keys: SourceKey[]; ended: SourceKey[]; previousExpiresAt?: Instant } {
  const current = keys
    .filter((key) => isCurrent(key, now))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  const overlapEnd = after(now, minutes(overlapMinutes))
  const ended = current.map((key, index) => {
    const end = index === 0 ? overlapEnd : now
    return { ...key, expiresAt: key.expiresAt && key.expiresAt < end ? key.expiresAt : end }
  })
  const past = keys.filter(
    (key) => !isCurrent(key, now) && key.expiresAt && now < after(key.expiresAt, remembered),
  )
  const previousExpiresAt = ended[0]?.expiresAt
  return { keys: [added, ...ended, ...past], ended, ...(previousExpiresAt && { previousExpiresAt }) }
}
