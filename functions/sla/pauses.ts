import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import type { Instant } from '../runtime/instant.ts'
import type { ReasonedPause } from './ledger.ts'
import type { ClockName } from './promise.ts'

/** From, until (empty while it lasts), why: as short as a head wants it. */
export type StoredPause = readonly [from: Instant, to: Instant | '', why: string]

/** A clock that stopped because it was solved stood still until the incident was reopened. */
const untilReopened = 'resolved'

/** Why the clocks stand still as the incident stands; undefined while they run. */
function whyPaused(incident: Incident, pausesOn: readonly string[]): string | undefined {
  if (incident.state === 'on_hold') return pausesOn.find((reason) => reason === incident.holdReason)
  return isOpen(incident.state) ? undefined : untilReopened
}

/**
 * The pauses after a change. What has been paused stays so, whatever policy applies later;
 * whether a hold pauses from here on is for the policy in force.
 */
export function pausesAfter(
  pauses: readonly StoredPause[],
  incident: Incident,
  { now, pausesOn }: { now: Instant; pausesOn: readonly string[] },
): readonly StoredPause[] {
  const why = whyPaused(incident, pausesOn)
  const last = pauses.at(-1)
  const open = last?.[1] === '' ? last : undefined
  if (open?.[2] === why) return pauses
  const ended = open ? [...pauses.slice(0, -1), [open[0], now, open[2]] as const] : pauses
  return why ? [...ended, [now, '', why] as const] : ended
}

/**
 * The pauses of one clock: a hold stops the resolution alone, for it is the first answer that the other one waits for.
 * @param until the end of the clock: what was paused later is not its own.
 */
export const pausesOf = (pauses: readonly StoredPause[], name: ClockName, until?: Instant): ReasonedPause[] =>
  pauses
    .filter(([from, , why]) => (name === 'resolution' || why === untilReopened) && (!until || from < until))
    .map(([from, to, why]) => ({ from, why, ...(to && { to: until && to > until ? until : to }) }))
    .map((pause) => (until && !pause.to ? { ...pause, to: until } : pause))
