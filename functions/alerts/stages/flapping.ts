import { after, type Instant, minutes } from '../../runtime/instant.ts'
import type { Alert, Step } from '../alert.ts'
import type { Treated } from '../treatment.ts'

/** The changes that still count at this instant. */
export const recentChanges = (
  changes: readonly Instant[],
  { flapping }: Pick<Treated, 'flapping'>,
  now: Instant,
): Instant[] => changes.filter((at) => at > after(now, -minutes(flapping.minutes))).slice(-flapping.changes)

/** When fewer than so many changes will be recent; undefined if they are fewer now. */
export function steadyAt(
  changes: readonly Instant[],
  treated: Pick<Treated, 'flapping'>,
  now: Instant,
): Instant | undefined {
  const recent = recentChanges(changes, treated, now)
  const [oldest] = recent
  if (oldest === undefined || recent.length < treated.flapping.changes) return undefined
  return after(oldest, minutes(treated.flapping.minutes))
}

/** Holds what comes and goes until it has been steady. */
export function checkFlapping(
  { changes }: Pick<Alert, 'changes'>,
  treated: Treated,
  now: Instant,
): { step: Step; until?: Instant } {
  const until = steadyAt(changes, treated, now)
  if (until === undefined) return { step: { stage: 'flapping', verdict: 'passes', code: 'steady' } }
  const { changes: times, minutes: within } = treated.flapping
  return {
    until,
    step: { stage: 'flapping', verdict: 'waits', code: 'flapping', data: { times, minutes: within, until } },
  }
}
