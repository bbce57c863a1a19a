import type { Override } from '../oncall/override.ts'
import type { Schedule } from '../oncall/schedule.ts'
import { type Shift, shiftsBetween } from '../oncall/shifts.ts'
import { joined } from '../oncall/spans.ts'
import { after, days, earliest, elapsed, hours, type Instant, minutes } from '../runtime/instant.ts'

type Rota = Pick<Schedule, 'id' | 'zone' | 'layers'>
/** A shift of somebody from its beginning to its end, whichever layers and overrides it is made of. */
export type Turn = { personId: string; from: Instant; to: Instant }
export type Reminder = Pick<Turn, 'personId' | 'from'> & { minutes: number }

/** A reminder that a standstill held up is worth sending so long after the beginning. */
const worthTelling = hours(1)
/** Nobody is reminded longer before. */
const longestBefore = days(7)
/** What is looked at beyond that, so that the next look is planned. */
const lookAhead = days(1)
/** How far the end of a shift is looked for, at first and at last, in days. */
const [nearest, farthest] = [2, 128]

/** The turns in the order in which they begin; what adjoins and is the same person's is one. */
export const turnsOf = (shifts: readonly Shift[]): Turn[] =>
  [...Map.groupBy(shifts, ({ person }) => person.id)]
    .flatMap(([personId, own]) => joined(own).map((span) => ({ personId, ...span })))
    .sort((a, b) => (a.from < b.from ? -1 : 1))

/**
 * The reminders that became due after the last look and until now, and when to look again. Of several that are due for
 * one shift the last speaks for all; of a shift that began over an hour ago nobody is reminded.
 * @param minutesFor how many minutes before a shift somebody wants to be reminded
 */
export function remindersDue(
  schedule: Rota,
  overrides: readonly Override[],
  minutesFor: (personId: string) => readonly number[],
  { lookedAt, now }: { lookedAt: Instant; now: Instant },
): { due: Reminder[]; lookAt: Instant } {
  const begunAfter = after(now, -worthTelling)
  const start = lookedAt > begunAfter ? lookedAt : begunAfter
  const end = after(now, longestBefore + lookAhead)
  const turns = turnsOf(shiftsBetween(schedule, overrides, start, end).shifts)
  // One that is cut at the start of the look has begun before it.
  const wanted = turns
    .filter(({ from }) => from > start)
    .flatMap(({ personId, from }) =>
      [...minutesFor(personId)]
        .sort((a, b) => a - b)
        .map((before) => ({ personId, from, minutes: before, at: after(from, -minutes(before)) })),
    )
  const due = wanted
    .filter(({ at }) => lookedAt < at && at <= now)
    .filter((one, index, all) => all.findIndex(({ from }) => from === one.from) === index)
    .map(({ at, ...reminder }) => reminder)
  const next = wanted.map(({ at }) => at).filter((at) => at > now)
  return { due, lookAt: earliest([...next, after(now, lookAhead)]) ?? after(now, lookAhead) }
}

/** From when on overrides matter to a turn that begins at an instant: whether it does shows in who was on call before. */
export const seenFrom = (from: Instant): Instant => after(from, -minutes(1))

/** The turn that somebody begins at an instant; undefined when it is not theirs (any more), or began before. */
export function turnFrom(
  schedule: Rota,
  overrides: readonly Override[],
  { personId, from }: Pick<Turn, 'personId' | 'from'>,
): Turn | undefined {
  for (let reach = nearest; ; reach *= 4) {
    const [start, end] = [seenFrom(from), after(from, days(reach))]
    const turn = turnsOf(shiftsBetween(schedule, overrides, start, end).shifts).find(
      (one) => one.from === from,
    )
    if (turn?.personId !== personId) return undefined
    if (turn.to < end || reach >= farthest) return turn
  }
}

/** How a reminder reads at this moment; undefined when it comes too late to help. */
export function stageOf(from: Instant, now: Instant): 'soon' | 'begun' | undefined {
  if (now < from) return 'soon'
  return elapsed(from, now) < worthTelling ? 'begun' : undefined
}
