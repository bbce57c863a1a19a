import type { Instant } from '../runtime/instant.ts'

/** What an announcement does by itself: it starts, and it ends. */
export type Turn = { kind: 'start' | 'end'; at: Instant }

/** The earliest of its start and its end that is still to come. */
export function turnAfter(
  { startsAt, endsAt }: { startsAt: Instant; endsAt?: Instant },
  now: Instant,
): Turn | undefined {
  if (startsAt > now) return { kind: 'start', at: startsAt }
  return endsAt && endsAt > now ? { kind: 'end', at: endsAt } : undefined
}
