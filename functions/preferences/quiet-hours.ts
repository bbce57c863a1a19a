import type { Instant } from '../runtime/instant.ts'
import { minutesOf, weekdayOf, weekdays } from '../runtime/wall-time.ts'
import { dayLength, firstInstantOf, wallAt } from '../runtime/zone-days.ts'
import type { QuietHours } from './preferences.ts'

/** What a week holds, and one more that would not end. */
const mostInARow = 8

/** Whether they would never end, so that nobody could be told anything. */
export const neverEnds = ({ from, to, weekdays: chosen }: QuietHours): boolean =>
  from === to && (!chosen || weekdays.every((day) => chosen.includes(day)))

/**
 * When the quiet hours that an instant lies in are over; undefined outside of them. They belong to the day on which
 * they begin and are read from a wall clock that never goes back: an edge in a skipped hour comes at the jump, one in
 * a repeated hour the first time.
 */
export function quietUntil(quiet: QuietHours | undefined, zone: string, at: Instant): Instant | undefined {
  if (!quiet || neverEnds(quiet)) return undefined
  let until: Instant | undefined
  for (let count = 0; count < mostInARow; count++) {
    const end = endOfHoursAt(quiet, zone, until ?? at)
    if (!end) return until
    until = end
  }
  return until
}

function endOfHoursAt({ from, to, weekdays: chosen }: QuietHours, zone: string, at: Instant) {
  const wall = wallAt(zone, Date.parse(at))
  const today = Math.floor(wall / dayLength)
  const length = ((minutesOf(to) - minutesOf(from) + 1440) % 1440 || 1440) * 60_000
  for (const day of [today - 1, today]) {
    const start = day * dayLength + minutesOf(from) * 60_000
    const isChosen = !chosen || chosen.includes(weekdayOf(day))
    if (isChosen && start <= wall && wall < start + length)
      return new Date(firstInstantOf(zone, start + length)).toISOString()
  }
  return undefined
}
