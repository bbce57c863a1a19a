import { minutesOf, weekdayIndex, weekdays } from '../runtime/wall-time.ts'
import { dayLength, dayOf, daysBetween, type ZoneDay } from '../runtime/zone-days.ts'
import type { Calendar } from './calendar.ts'

/** Wall-clock times of one day, in milliseconds after its midnight. */
type Interval = { from: number; to: number }
/** A time in which work is done; epoch milliseconds. */
export type Window = { opens: number; closes: number }

type Hours = { byWeekday: readonly (readonly Interval[])[]; holidays: ReadonlyMap<number, string> }
const prepared = new WeakMap<Calendar, Hours>()

/** A promise that is kept later than this many days after its start is none. */
const horizonDays = 3660

function hoursOf(calendar: Calendar): Hours {
  const found = prepared.get(calendar)
  if (found) return found
  const hours = {
    byWeekday: weekdays.map((weekday) => merged((calendar.hours[weekday] ?? []).map(intervalOf))),
    holidays: new Map(calendar.holidays.map(({ date, name }) => [dayOf(date), name])),
  }
  prepared.set(calendar, hours)
  return hours
}

const intervalOf = ({ from, to }: { from: string; to: string }): Interval => ({
  from: minutesOf(from) * 60_000,
  to: minutesOf(to) * 60_000,
})

/** In order; what overlaps or touches becomes one. */
function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  for (const next of intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && next.from <= last.to) result[result.length - 1] = { ...last, to: Math.max(last.to, next.to) }
    else result.push(next)
  }
  return result
}

/** The holiday that takes the hours of a day away; undefined on a day that has none anyway. */
export function holidayOn(calendar: Calendar, day: number): string | undefined {
  const { byWeekday, holidays } = hoursOf(calendar)
  return byWeekday[weekdayIndex(day)]?.length ? holidays.get(day) : undefined
}

/** The windows of a day, or of a part of one. */
export function windowsOn(calendar: Calendar, { day, from, to, offset }: ZoneDay): Window[] {
  const { byWeekday, holidays } = hoursOf(calendar)
  if (holidays.has(day)) return []
  const midnight = day * dayLength - offset
  return (byWeekday[weekdayIndex(day)] ?? [])
    .map((interval) => ({
      opens: Math.max(midnight + interval.from, from),
      closes: Math.min(midnight + interval.to, to),
    }))
    .filter(({ opens, closes }) => opens < closes)
}

/**
 * When work is done from an instant on: whenever a clock on the wall of the calendar's zone shows a time of one of
 * the day's intervals, and the day is no holiday. So a time that the clock skips is not there, a window that begins
 * in it opens when the clock goes on, and an hour that the clock shows twice counts twice.
 * Ends ten years later, so that a calendar without hours ends too.
 */
export function* windowsFrom(calendar: Calendar, at: number): Generator<Window> {
  if (calendar.roundTheClock) {
    yield { opens: at, closes: Number.POSITIVE_INFINITY }
    return
  }
  if (hoursOf(calendar).byWeekday.every((intervals) => intervals.length === 0)) return
  for (const day of daysBetween(calendar.zone, at, at + horizonDays * dayLength)) {
    yield* windowsOn(calendar, day)
  }
}
