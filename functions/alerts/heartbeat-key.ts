import { sameDigest, sha256 } from '../runtime/hash.ts'
import type { Instant } from '../runtime/instant.ts'
import { isCurrent, type SourceKey } from './source-key.ts'

/** A new key of 32 random bytes: what is shown once, and what is kept of it. */
export function heartbeatKey(
  random: Uint8Array,
  made: { by: { id: string; name: string }; now: Instant },
): { key: string; kept: SourceKey } {
  const key = `evk_hb_${Buffer.from(random).toString('base64url')}`
  return {
    key,
    kept: { hash: sha256(key), createdAt: made.now, createdBy: made.by, lastFour: key.slice(-4) },
  }
}

/** Whether one of these keys is this one, and valid now. */
export const isOpenedBy = (keys: readonly SourceKey[], key: string, now: Instant): boolean => {
  const given = sha256(key)
  return keys.some((one) => sameDigest(one.hash, given) && isCurrent(one, now))
}
