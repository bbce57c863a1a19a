import * as z from 'zod/mini'
import { type Problem, problem } from '../catalog/problem.ts'
import { after, hours, type Instant } from '../runtime/instant.ts'
import { StartTime, Weekday, weekdayOf } from '../runtime/wall-time.ts'
import { timeOfDay } from '../runtime/wall-windows.ts'
import { Zone } from '../runtime/zone.ts'
import { dayLength, firstInstantOf, wallAt } from '../runtime/zone-days.ts'
import { type ControlChange, type ControlTurn, Named } from './control-change.ts'
import { alreadyOver, demandNone, problemsOfMatchers, problemsOfStretch } from './control-refusals.ts'
import { isNarrower, Matchers } from './matcher.ts'

/** So long before its end its owner is told. */
const noticeBefore = hours(1)

/** The next time that a clock shows this: of a weekday if one is named. Without a zone it is the clock of whoever asks. */
const Until = z.object({ weekday: z.optional(Weekday), time: StartTime, zone: z.optional(Zone) })

const Reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500))
const Some = Matchers.check(z.minLength(1))

export const SilenceRequest = z.object({
  matchers: Some,
  reason: Reason,
  startsAt: z.optional(z.iso.datetime()),
  endsAt: z.optional(z.iso.datetime()),
  until: z.optional(Until),
})
export type SilenceRequest = z.infer<typeof SilenceRequest>

export const SilencePatch = z.object({
  matchers: z.optional(Some),
  reason: z.optional(Reason),
  endsAt: z.optional(z.iso.datetime()),
  until: z.optional(Until),
})

/** Alerts that match are held back from its beginning to its end, and go on from there if they still fire. */
export const Silence = z.object({
  id: z.string(),
  matchers: Matchers,
  reason: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  owner: Named,
  createdAt: z.string(),
  version: z.int(),
  /** When its owner is told that it is about to end; not again once they were. */
  noticeAt: z.optional(z.string()),
  endedAt: z.optional(z.string()),
  /** Who ended it before its time. */
  endedBy: z.optional(Named),
})
export type Silence = z.infer<typeof Silence>

export type SilenceEvent = {
  type: 'silence.ending' | 'silence.ended'
  at: Instant
  silenceId: string
  silence: Pick<Silence, 'matchers' | 'reason' | 'endsAt' | 'owner'>
  /** Why what it held is free: its time has come, somebody ended it, or it holds less than before and goes on. */
  cause?: 'time' | 'person' | 'narrowed'
}
export type SilenceChange = ControlChange<Silence, SilenceEvent> & { after: Silence }

type Asked = { now: Instant; zone: string }

/** @throws Refusal `incomplete` for one that holds everything, has no end or one that is too far away. */
export function silence(
  { matchers, reason, startsAt, ...end }: SilenceRequest,
  { id, owner, now, zone }: Asked & { id: string; owner: Named },
): SilenceChange {
  const start = startsAt && after(startsAt, 0) > now ? after(startsAt, 0) : now
  const endsAt = endOf(end, { from: start, zone })
  demandNone([...problemsOfMatchers(matchers), ...problemsOfEnd(endsAt, start, now)])
  const made = {
    ...{ id, matchers, reason, owner },
    startsAt: start,
    endsAt: endsAt ?? start,
    createdAt: now,
  }
  return { after: { ...made, version: 1, ...noticeOf(made, now) }, events: [] }
}

/** @throws Refusal `conflict` when it is over, `incomplete` as when one is made. */
export function editedSilence(
  before: Silence,
  { matchers = before.matchers, reason = before.reason, ...end }: z.infer<typeof SilencePatch>,
  { now, zone }: Asked,
): SilenceChange {
  if (isOver(before, now)) throw alreadyOver()
  const from = before.startsAt > now ? before.startsAt : now
  const isMoved = end.endsAt !== undefined || end.until !== undefined
  const endsAt = isMoved ? endOf(end, { from, zone }) : before.endsAt
  demandNone([...problemsOfMatchers(matchers), ...(isMoved ? problemsOfEnd(endsAt, from, now) : [])])
  const { noticeAt, ...kept } = before
  const moved = { ...kept, matchers, reason, endsAt: endsAt ?? before.endsAt, version: before.version + 1 }
  const notice = isMoved ? noticeOf(moved, now) : { noticeAt }
  return {
    before,
    after: { ...moved, ...(notice.noticeAt && notice) },
    events: isNarrower(matchers, before.matchers) ? [eventOf(moved, 'silence.ended', now, 'narrowed')] : [],
  }
}

/** Ends it now. @throws Refusal `conflict` when it is over. */
export function endedSilence(before: Silence, { by, now }: { by: Named; now: Instant }): SilenceChange {
  if (isOver(before, now)) throw alreadyOver()
  const { noticeAt, ...kept } = before
  const ended = { ...kept, endsAt: now, endedAt: now, endedBy: by, version: before.version + 1 }
  return { before, after: ended, events: [eventOf(ended, 'silence.ended', now, 'person')] }
}

/** Does what is due by now; undefined when nothing is. Of a notice that was missed until the end, the end is told. */
export function wokenSilence(before: Silence, now: Instant): SilenceChange | undefined {
  const turn = turnOfSilence(before)
  if (!turn || turn.dueAt > now) return undefined
  const { noticeAt, ...kept } = before
  const woken = { ...kept, version: before.version + 1 }
  if (before.endsAt > now) {
    return { before, after: woken, events: [eventOf(before, 'silence.ending', now)] }
  }
  const ended = { ...woken, endedAt: before.endsAt }
  return { before, after: ended, events: [eventOf(ended, 'silence.ended', now, 'time')] }
}

export function turnOfSilence({ endedAt, endsAt, noticeAt }: Silence): ControlTurn | undefined {
  if (endedAt !== undefined) return undefined
  return noticeAt ? { kind: 'silence_ending', dueAt: noticeAt } : { kind: 'silence_end', dueAt: endsAt }
}

export const silenceStates = ['scheduled', 'active', 'ended'] as const

export function stateOfSilence(one: Silence, now: Instant): (typeof silenceStates)[number] {
  if (isOver(one, now)) return 'ended'
  return one.startsAt > now ? 'scheduled' : 'active'
}

const isOver = ({ endedAt, endsAt }: Silence, now: Instant) => endedAt !== undefined || endsAt <= now

const eventOf = (
  { id, matchers, reason, endsAt, owner }: Silence,
  type: SilenceEvent['type'],
  at: Instant,
  cause?: SilenceEvent['cause'],
): SilenceEvent => ({
  ...{ type, at, silenceId: id, silence: { matchers, reason, endsAt, owner } },
  ...(cause && { cause }),
})

/** Nobody is told of the end of what does not last longer than the notice. */
function noticeOf({ startsAt, endsAt }: Pick<Silence, 'startsAt' | 'endsAt'>, now: Instant) {
  const noticeAt = after(endsAt, -noticeBefore)
  return noticeAt > startsAt && noticeAt > now ? { noticeAt } : {}
}

function endOf(
  { endsAt, until }: Pick<SilenceRequest, 'endsAt' | 'until'>,
  { from, zone }: { from: Instant; zone: string },
): Instant | undefined {
  if (endsAt !== undefined && until !== undefined) return undefined
  if (endsAt !== undefined) return after(endsAt, 0)
  return until && nextTime(until, { from, zone: until.zone ?? zone })
}

/** The first instant after another at which the zone's clock has reached the time. */
function nextTime(
  { weekday, time }: z.infer<typeof Until>,
  { from, zone }: { from: Instant; zone: string },
): Instant {
  const start = Date.parse(from)
  for (let day = Math.floor(wallAt(zone, start) / dayLength); ; day++) {
    const at = firstInstantOf(zone, day * dayLength + timeOfDay(time))
    if (at > start && (weekday === undefined || weekdayOf(day) === weekday)) return new Date(at).toISOString()
  }
}

const problemsOfEnd = (endsAt: Instant | undefined, startsAt: Instant, now: Instant): Problem[] =>
  endsAt !== undefined
    ? problemsOfStretch({ startsAt, endsAt }, now)
    : [
        problem(
          'endsAt',
          'Say when it ends: either with endsAt or with until.',
          'Sagen Sie, wann es endet: entweder mit endsAt oder mit until.',
        ),
      ]
