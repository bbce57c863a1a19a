import { type Change, type Follower, type NewEvent, system, withTimer } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { earliest, type Instant } from '../runtime/instant.ts'
import { type Clock, dueAmong, type Mark, marksOf, passed, stateOf, toldOf } from './clock.ts'
import { pausesAfter, pausesOf, type StoredPause } from './pauses.ts'
import {
  type ClockName,
  calendarOf,
  clockNames,
  type Promised,
  policyFor,
  promisedFor,
  type SlaSettings,
} from './promise.ts'
import { endOf, type SlaSlice, slaOf } from './slice.ts'

type Reckoned = { clock: Clock; marks: readonly Mark[]; told?: number }

/**
 * Keeps the deadlines in step: every change reckons what still runs from the report on, by the policy and the calendar
 * in force, with the pauses kept. What has ended stays as it ended; a reopened incident runs on from its report, and
 * the time in which it was solved counts as a pause.
 */
export const followIncident: Follower<SlaSettings> = (change, { now, settings }) => {
  const { before, after: incident } = change
  if (!slaOf(incident) && !isOpen(incident.state)) return change
  if (incident.state === 'closed' && before?.state === 'closed') return change
  return reckoned(change, now, settings)
}

/**
 * A percentage of a clock's time is gone: says so, once. What a late wake finds passed folds into the highest.
 * @returns undefined when it is not due (any more).
 */
export function wakeSla(incident: Incident, now: Instant, settings: SlaSettings): Change | undefined {
  const dueAt = incident.timers.sla
  if (!dueAt || dueAt > now) return undefined
  return reckoned({ before: incident, after: incident, events: [] }, now, settings)
}

function reckoned(change: Change, now: Instant, settings: SlaSettings): Change {
  const { after: incident } = change
  const slice = slaOf(incident) ?? {}
  const policy = policyFor(incident, settings)
  const pauses = pausesAfter(slice.pauses ?? [], incident, { now, pausesOn: policy?.pausesOn ?? [] })
  const { sla: _, ...slices } = incident.slices
  if (incident.state === 'canceled') return { ...change, after: withoutPromises(incident, slice, now) }

  const promised = promisedFor(incident, settings)
  const kept: SlaSlice = { ...(pauses.length > 0 && { pauses }) }
  const found = clockNames.flatMap((name) => {
    const warnAtPercent = policy?.warnAtPercent ?? []
    const result = reckon(incident, slice[name], { name, now, pauses, promised, warnAtPercent, settings })
    return result ? [[name, result] as const] : []
  })
  for (const [name, { clock }] of found) kept[name] = clock
  const running = found.filter(([, { clock }]) => !clock.endedAt)
  const next = running.flatMap(([, { marks }]) => marks.flatMap(({ at }) => (at && at > now ? at : [])))
  const hasAny = Object.keys(kept).length > 0
  const settledIncident = withRow(
    { ...incident, slices: hasAny ? { ...slices, sla: kept } : slices },
    running,
    now,
  )
  return {
    ...change,
    after: withTimer(settledIncident, 'sla', earliest(next)),
    events: [
      ...change.events,
      ...found.flatMap(([name, { told, clock }]) => (told ? [telling(name, told, clock, now)] : [])),
    ],
  }
}

type Reckoning = {
  name: ClockName
  now: Instant
  promised?: Promised
  pauses: readonly StoredPause[]
  warnAtPercent: readonly number[]
  settings: SlaSettings
}

function reckon(incident: Incident, clock: Clock | undefined, reckoning: Reckoning): Reckoned | undefined {
  const { name, now, promised, warnAtPercent, settings } = reckoning
  const endedAt = endOf(name, incident)
  if (clock && endedAt && clock.endedAt === endedAt) return { clock, marks: [] }
  const calendar = promised && calendarOf(promised, settings)
  if (!calendar) return undefined
  const {
    policyId,
    calendarId,
    minutes: { [name]: minutes },
  } = promised
  const pauses = pausesOf(reckoning.pauses, name, endedAt)
  const marks = marksOf(calendar, { startedAt: incident.createdAt, minutes, pauses }, warnAtPercent)
  const percent = passed(marks, now, endedAt)
  const isOther = clock?.minutes !== minutes || clock.calendarId !== calendarId
  // Another promise is warned of anew, though not of what was passed under the old one and is still passed.
  const from = isOther ? Math.min(clock?.warned ?? 0, percent) : (clock?.warned ?? 0)
  const warned = Math.max(from, percent)
  const dueAt = dueAmong(marks)
  return {
    clock: {
      policyId,
      calendarId,
      minutes,
      ...(dueAt && { dueAt }),
      ...(endedAt && { endedAt }),
      ...(warned > 0 && { warned }),
    },
    marks,
    told: toldOf(warnAtPercent, { from, to: percent }),
  }
}

/** Nothing is promised for what is canceled; what was kept or broken before stays so. */
function withoutPromises(incident: Incident, slice: SlaSlice, now: Instant): Incident {
  const { response, resolution, ...others } = slice
  const ended = { response: endedBy(response, now), resolution: endedBy(resolution, now) }
  const sla: SlaSlice = {
    ...others,
    ...(ended.response && { response: ended.response }),
    ...(ended.resolution && { resolution: ended.resolution }),
  }
  const slices = slaOf(incident) ? { ...incident.slices, sla } : incident.slices
  return withTimer(withRow({ ...incident, slices }, [], now), 'sla', undefined)
}

const endedBy = (clock: Clock | undefined, now: Instant): Clock | undefined => {
  if (!clock || clock.endedAt) return clock
  return clock.dueAt && clock.dueAt < now ? { ...clock, endedAt: now } : undefined
}

/** The clock that runs out next, as queues show it; one that stands still only when no other runs. */
function withRow(incident: Incident, running: readonly (readonly [ClockName, Reckoned])[], now: Instant) {
  const rows = running
    .map(([name, { clock }]) => ({
      ...{ name, state: stateOf(clock, { now, isPaused: clock.dueAt === undefined }) },
      ...(clock.dueAt && { dueAt: clock.dueAt }),
    }))
    .sort((a, b) => ((a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1))
  const { row: { clock: _, ...others } = {}, ...rest } = incident
  const row = { ...others, ...(rows[0] && { clock: rows[0] }) }
  return { ...rest, ...(Object.keys(row).length > 0 && { row }) } as Incident
}

const telling = (clock: ClockName, percent: number, { dueAt }: Clock, now: Instant): NewEvent => ({
  type: percent >= 100 ? 'sla.breached' : 'sla.warned',
  at: now,
  by: system,
  channel: 'system',
  visibility: 'internal',
  after: { clock, percent, dueAt },
})
