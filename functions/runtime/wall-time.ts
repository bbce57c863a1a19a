import * as z from 'zod/mini'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const Weekday = z.enum(weekdays)
export type Weekday = z.infer<typeof Weekday>

/** A wall-clock time of some zone, `09:00`; `24:00` is the end of a day. */
export const WallTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/))

/** A wall-clock time at which something begins: `24:00` is the next day's `00:00`. */
export const StartTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))

/** Minutes after midnight: of `09:30` 570, of `24:00` 1440. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** The place in the week of a day that is counted from 1970-01-01: 0 is a Monday. Day 0 was a Thursday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7

export const weekdayOf = (day: number): Weekday => weekdays[weekdayIndex(day)] ?? 'mon'
