import { minutesOf, weekdayOf } from '../runtime/wall-time.ts'
import { dayLength } from '../runtime/zone-days.ts'
import type { Restriction } from './schedule.ts'

/** Milliseconds on a wall clock, as if it were UTC; without the end. */
export type WallWindow = { from: number; to: number }

const minute = 60_000

/** Milliseconds from the beginning of a day: `09:30`, `24:00`. */
export const timeOfDay = (time: string): number => minutesOf(time) * minute

/**
 * The windows of the restrictions that touch a stretch of the wall clock, in order; those that touch or overlap
 * each other are one. A window is not cut to the stretch.
 */
export function windowsOf(restrictions: readonly Restriction[], { from, to }: WallWindow): WallWindow[] {
  const windows: WallWindow[] = []
  for (let day = Math.floor(from / dayLength) - 1; day * dayLength < to; day++) {
    const weekday = weekdayOf(day)
    for (const restriction of restrictions) {
      if (!restriction.weekdays.includes(weekday)) continue
      const opens = day * dayLength + timeOfDay(restriction.from)
      const length = timeOfDay(restriction.to) - timeOfDay(restriction.from)
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
