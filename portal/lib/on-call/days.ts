import { Temporal } from 'temporal-polyfill'
import type { Span } from './contract.ts'

export const views = ['week', 'month'] as const
export type CalendarView = (typeof views)[number]

const plain = (date: string) => Temporal.PlainDate.from(date)

export function isDate(text: string | undefined): text is string {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    const { year } = plain(text)
    return year > 1999 && year < 2200
  } catch {
    return false
  }
}

export const addDays = (date: string, days: number): string => plain(date).add({ days }).toString()

const mondayOf = (date: string) => addDays(date, 1 - plain(date).dayOfWeek)
const firstOf = (date: string) => plain(date).with({ day: 1 }).toString()

/** The dates that a calendar shows: the week of a date, or the whole weeks of its month. */
export function datesShown(view: CalendarView, date: string): string[] {
  const first = mondayOf(view === 'week' ? date : firstOf(date))
  const last = view === 'week' ? first : firstOf(plain(date).add({ months: 1 }).toString())
  const dates = view === 'week' ? [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(first, day)) : []
  for (let day = first; view === 'month' && day < last; day = addDays(day, 7))
    for (let place = 0; place < 7; place += 1) dates.push(addDays(day, place))
  return dates
}

/** The date that stands for the week or month before or after. */
export function turned(view: CalendarView, date: string, by: -1 | 1): string {
  return view === 'week'
    ? addDays(mondayOf(date), 7 * by)
    : plain(firstOf(date)).add({ months: by }).toString()
}

export const today = (now: Date, zone: string): string =>
  Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The day that an empty form begins with: today where it is shown, else the first that is. */
export const dayToPropose = (dates: readonly string[], todayIs: string): string | undefined =>
  dates.includes(todayIs) ? todayIs : dates[0]

/** So many days after those that are shown a shift may end and still be offered whole for a swap. */
const daysAhead = 35

/**
 * A span that holds the days that will be shown, whatever the zone turns out to be: nobody knows it before the
 * answer is there.
 */
export function spanAround(view: CalendarView, date: string | undefined, now: Date): Span {
  const utc = now.toISOString().slice(0, 10)
  const dates = (date ? [date] : [addDays(utc, -1), addDays(utc, 1)]).flatMap((one) => datesShown(view, one))
  const sorted = dates.sort()
  return {
    from: `${addDays(sorted[0] ?? utc, -1)}T00:00:00Z`,
    to: `${addDays(sorted.at(-1) ?? utc, daysAhead)}T00:00:00Z`,
  }
}

/** The month or the quarter of a date, from midnight to midnight of a zone. */
export function periodOf(period: 'month' | 'quarter', date: string, zone: string): Span & { first: string } {
  const month = plain(firstOf(date))
  const first = period === 'month' ? month : month.subtract({ months: (month.month - 1) % 3 })
  const end = first.add({ months: period === 'month' ? 1 : 3 })
  const at = (day: Temporal.PlainDate) =>
    day.toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 })
  return { first: first.toString(), from: at(first), to: at(end) }
}
