import type { Instant } from '../runtime/instant.ts'
import type { Change } from './change.ts'
import type { Incident } from './incident.ts'
import { move, systemMover } from './move.ts'

/** What a timer does when it is due: decides again from the incident as it stands now. */
export type Wake<Settings> = (incident: Incident, now: Instant, settings: Settings) => Change | undefined

/** A dated hold is over: the work goes on by itself. */
export function wakeHold(incident: Incident, now: Instant): Change | undefined {
  const dueAt = incident.timers.hold
  if (!dueAt || dueAt > now || incident.state !== 'on_hold') return undefined
  return move(incident, { to: 'in_progress', reason: 'hold_ended' }, systemMover(incident, now))
}

/** The earliest timer that has something to do; one change at a time, so that each has its own version. */
export function dueChange<Settings>(
  incident: Incident,
  now: Instant,
  settings: Settings,
  wakes: Readonly<Record<string, Wake<Settings>>>,
): Change | undefined {
  const due = Object.entries(incident.timers)
    .filter(([, dueAt]) => dueAt <= now)
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
  for (const [kind] of due) {
    const change = wakes[kind]?.(incident, now, settings)
    if (change) return change
  }
  return undefined
}
