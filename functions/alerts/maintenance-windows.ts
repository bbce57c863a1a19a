import * as z from 'zod/mini'
import { after, days, hours, type Instant } from '../runtime/instant.ts'
import { minutesOf, StartTime, WallTime, Weekday } from '../runtime/wall-time.ts'
import { windowsOf } from '../runtime/wall-windows.ts'
import { Zone } from '../runtime/zone.ts'
import { dayOf, firstInstantOf, wallAt } from '../runtime/zone-days.ts'

/**
 * Hours of some weekdays on the clock of a zone; those that end at or before their beginning go on into the next day.
 * `startsOn` and `endsOn` are the first and the last day on which a window may begin.
 */
export const Recurring = z.object({
  zone: Zone,
  weekdays: z.array(Weekday).check(z.minLength(1), z.maxLength(7)),
  from: StartTime,
  to: WallTime,
  startsOn: z.iso.date(),
  endsOn: z.optional(z.iso.date()),
})
export type Recurring = z.infer<typeof Recurring>

/** A stretch of time, without its end. */
export const Window = z.object({ from: z.string(), to: z.string() })
export type Window = z.infer<typeof Window>

export type Timing =
  | { startsAt: Instant; endsAt: Instant; recurring?: undefined }
  | {
      recurring: Recurring
      /** When somebody ended the window that was running then. */
      cutAt?: Instant
      startsAt?: undefined
    }

/** Days of the week that follow each other without a gap make one window, but never a whole week of them. */
const longest = days(7)
/** Even one that falls into a skipped hour comes again within this. */
const comesAgainWithin = days(30)

const instantOf = (at: number): Instant => new Date(at).toISOString()

/**
 * The windows that touch a stretch of time, in order, each whole. They are reckoned on a wall clock that never goes
 * back: an edge in a skipped hour is at the jump, one in a repeated hour at its first occurrence, and a window that
 * lies wholly in a skipped hour is not there.
 */
export function windowsBetween(timing: Timing, from: Instant, to: Instant): Window[] {
  const touches = (one: Window) => one.from < to && from < one.to
  if (!timing.recurring) return [{ from: timing.startsAt, to: timing.endsAt }].filter(touches)
  const { recurring, cutAt } = timing
  return allBetween(recurring, from, to)
    .map((one) => (cutAt && one.from <= cutAt && cutAt < one.to ? { from: one.from, to: cutAt } : one))
    .filter((one) => one.from < one.to && touches(one))
}

function allBetween(recurring: Recurring, from: Instant, to: Instant): Window[] {
  const { zone, startsOn, endsOn } = recurring
  const wall = {
    from: wallAt(zone, Date.parse(from)) - longest - days(1),
    to: wallAt(zone, Date.parse(to)) + longest + days(1),
  }
  const opening = { first: dayOf(startsOn), last: endsOn ? dayOf(endsOn) : Number.POSITIVE_INFINITY }
  const found: Window[] = []
  for (const window of windowsOf([recurring], wall, opening)) {
    const [begin, end] = [window.from, window.to].map((at) => instantOf(firstInstantOf(zone, at)))
    const last = found.at(-1)
    if (!begin || !end || begin >= end) continue
    // What was apart on the wall by a skipped hour alone is not apart in time.
    if (last && begin <= last.to) last.to = end
    else found.push({ from: begin, to: end })
  }
  return found
}

export const windowAt = (timing: Timing, now: Instant): Window | undefined =>
  windowsBetween(timing, now, after(now, 1)).find(({ from }) => from <= now)

/** The first window that begins after an instant. */
export function windowAfter(timing: Timing, now: Instant): Window | undefined {
  const start = timing.recurring && `${timing.recurring.startsOn}T00:00:00.000Z`
  const from = start && after(start, -days(2)) > now ? after(start, -days(2)) : now
  const horizon = timing.recurring ? after(from, comesAgainWithin) : '~'
  return windowsBetween(timing, from, horizon).find((one) => one.from > now)
}

/** Whether hours of every weekday leave no gap, so that a window would never end. */
export function neverEnds({ weekdays, from, to }: Recurring): boolean {
  const length = minutesOf(to) - minutesOf(from)
  return new Set(weekdays).size === 7 && (length === 0 || length === 1440)
}

/** The windows of now, of the hour before and of the day to come. */
export const windowsNear = (timing: Timing, now: Instant): Window[] =>
  windowsBetween(timing, after(now, -hours(1)), after(now, days(1)))
