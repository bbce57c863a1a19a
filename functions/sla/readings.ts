import type { View } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Instant } from '../runtime/instant.ts'
import { counted } from './business-time.ts'
import { type ClockState, dueAmong, marksOf, passed, stateOf } from './clock.ts'
import { ledger, type Segment } from './ledger.ts'
import { pausesOf } from './pauses.ts'
import { type ClockName, calendarOf, clockNames, type SlaSettings } from './promise.ts'
import { slaOf } from './slice.ts'

/** A clock as people read it. */
export type Reading = {
  name: ClockName
  state: ClockState
  startedAt: Instant
  /** In counted minutes of the calendar. */
  targetMinutes: number
  /** Not while it stands still. */
  dueAt?: Instant
  /** When it was done, in time or not. */
  metAt?: Instant
  /** When its time was over before it was done. */
  breachedAt?: Instant
  /** The next instant at which it changes its state: at risk, or over. */
  warnAt?: Instant
  /** What is left of its time, in counted seconds, while it stands still; 0 once it is over. */
  remainingSeconds?: number
}
type Moment = { now: Instant; settings: SlaSettings }

/** @returns undefined when nothing is promised, or its calendar is gone. */
export function readingOf(
  incident: Incident,
  name: ClockName,
  { now, settings }: Moment,
): Reading | undefined {
  const slice = slaOf(incident)
  const clock = slice?.[name]
  if (!clock) return undefined
  const base = { name, startedAt: incident.createdAt, targetMinutes: clock.minutes }
  if (clock.endedAt) {
    const { dueAt, endedAt } = clock
    const state = stateOf(clock, { now, isPaused: false })
    const metAt = incident.state === 'canceled' && state === 'breached' ? undefined : endedAt
    return { ...base, state, dueAt, metAt, ...(state === 'breached' && { breachedAt: dueAt }) }
  }
  const calendar = calendarOf(clock, settings)
  if (!calendar) return undefined
  const pauses = pausesOf(slice.pauses ?? [], name)
  const { createdAt: startedAt } = incident
  const marks = marksOf(calendar, { startedAt, minutes: clock.minutes, pauses })
  const dueAt = dueAmong(marks)
  const isPaused = pauses.some(({ to }) => to === undefined)
  const state = stateOf({ ...clock, dueAt }, { now, isPaused, passedPercent: passed(marks, now, undefined) })
  const left = clock.minutes * 60 - counted(calendar, startedAt, now, pauses)
  return {
    ...{ ...base, state, dueAt, ...(isPaused && { remainingSeconds: Math.max(0, left) }) },
    ...(state === 'breached' && { breachedAt: dueAt }),
    warnAt: marks.find(({ at }) => at !== undefined && at > now)?.at,
  }
}

/** What an incident's page shows of its deadlines. */
export const viewClocks: View<SlaSettings> = (incident, { now, settings }) => ({
  clocks: clockNames.flatMap((name) => readingOf(incident, name, { now, settings }) ?? []),
})

export type Explanation = Reading & {
  calendar: { id: string; name: string; zone: string }
  policy: { id: string; name: string }
  segments: Segment[]
}

/**
 * Why a clock says what it says: its time from the report until it ends, ended or, while it stands still, until now.
 * @returns undefined when there is no such clock.
 */
export function explained(incident: Incident, name: ClockName, moment: Moment): Explanation | undefined {
  const reading = readingOf(incident, name, moment)
  const { [name]: clock, pauses = [] } = slaOf(incident) ?? {}
  const calendar = clock && calendarOf(clock, moment.settings)
  if (!reading || !calendar) return undefined
  const { policyId, endedAt } = clock
  const policy = moment.settings.slaPolicies.find(({ id }) => id === policyId)
  const to = endedAt ?? reading.dueAt ?? moment.now
  return {
    ...reading,
    calendar: { id: calendar.id, name: calendar.name, zone: calendar.zone },
    policy: { id: policyId, name: policy?.name ?? policyId },
    segments: ledger(calendar, { from: incident.createdAt, to }, pausesOf(pauses, name, endedAt)),
  }
}
