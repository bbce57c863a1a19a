import type { Locale } from '../locale.ts'
import { timeOnly } from '../span.ts'
import type { Ui } from '../visit.ts'
import { wallWords } from './axis.ts'
import type { Block, Change } from './calendar.ts'

const tag = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'de-DE')
const dateIn = (locale: Locale, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag(locale), { timeZone: 'UTC', ...options })
const noon = (date: string) => new Date(`${date}T12:00:00Z`)

/** "Mon, 19 Oct". */
export const dayWords = (date: string, locale: Locale): string =>
  dateIn(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(noon(date))

export const monthWords = (date: string, locale: Locale): string =>
  dateIn(locale, { month: 'long', year: 'numeric' }).format(noon(date))

/** "19–25 October 2026". */
export const rangeWords = (first: string, last: string, locale: Locale): string =>
  dateIn(locale, { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(noon(first), noon(last))

export const weekdayNames = (locale: Locale): { short: string; long: string }[] =>
  ['05', '06', '07', '08', '09', '10', '11'].map((day) => ({
    short: dateIn(locale, { weekday: 'short' }).format(noon(`2026-10-${day}`)),
    long: dateIn(locale, { weekday: 'long' }).format(noon(`2026-10-${day}`)),
  }))

/** What a piece of a shift says of its times on its day: "09:00 – 17:00", "until 09:00", "all day". */
export function blockTimes({ t, locale }: Ui, block: Block, zone: string): string {
  const [from, to] = [block.from, block.to].map((at) => timeOnly(at, { locale, zone }))
  if (block.isStart && block.isEnd) return `${from} – ${to}`
  if (block.isStart) return t('onCall.fromTime', { time: from ?? '' })
  if (block.isEnd) return t('onCall.untilTime', { time: to ?? '' })
  return t('onCall.allDay')
}

export const changeWords = ({ t }: Ui, { kind, from, to }: Change): string =>
  t(kind === 'skipped' ? 'onCall.clocksForward' : 'onCall.clocksBack', {
    from: wallWords(from),
    to: wallWords(to),
  })

export const zoneWords = (zone: string): string => zone.replaceAll('_', ' ')
