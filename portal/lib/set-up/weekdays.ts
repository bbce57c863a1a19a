import type { Ui } from '../visit.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const weekdayOptions = ({ t }: Ui) => weekdays.map((day) => ({ value: day, label: t(`setUp.${day}`) }))

/** As short as calendars have them; the fifth of January 1970 was a Monday. */
export const shortWeekdays = ({ locale }: Ui) => {
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return weekdays.map((day, place) => ({ value: day, label: short.format(Date.UTC(1970, 0, 5 + place)) }))
}
