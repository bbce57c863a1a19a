import { minutesOf, type Weekday, weekdayOf } from './wall-time.ts'
import { dayLength } from './zone-days.ts'

/** Hours of some weekdays. One that ends at or before its beginning goes on into the next day. */
export type WallHours = { weekdays: readonly Weekday[]; from: string; to: string }

/** Milliseconds on a wall clock, as if it were UTC; without the end. */
export type WallWindow = { from: number; to: number }

const minute = 60_000
const always = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY }

/** Milliseconds from the beginning of a day: `09:30`, `24:00`. */
export const timeOfDay = (time: string): number => minutesOf(time) * minute

/**
 * The windows of these hours that touch a stretch of the wall clock, in order; those that touch or overlap
 * each other are one. A window is not cut to the stretch.
 * @param opening the days, counted from 1970-01-01, on which a window may begin; both are among them.
 */
export function windowsOf(
  hours: readonly WallHours[],
  { from, to }: WallWindow,
  opening: { first: number; last: number } = always,
): WallWindow[] {
  const windows: WallWindow[] = []
  const start = Math.max(Math.floor(from / dayLength) - 1, opening.first)
  for (let day = start; day * dayLength < to && day <= opening.last; day++) {
    const weekday = weekdayOf(day)
    for (const one of hours) {
      if (!one.weekdays.includes(weekday)) continue
      const opens = day * dayLength + timeOfDay(one.from)
      const length = timeOfDay(one.to) - timeOfDay(one.from)
      windows.push({ from: opens, to: opens + (length > 0 ? length : length + dayLength) })
    }
  }
  return joined(windows.filter((window) => window.from < to && from < window.to))
}

function joined(windows: WallWindow[]): WallWindow[] {
  const found: WallWindow[] = []
  for (const window of windows.sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && window.from <= last.to) last.to = Math.max(last.to, window.to)
    else found.push({ ...window })
  }
  return found
}
