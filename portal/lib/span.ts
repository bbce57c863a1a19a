import type { Locale } from './locale.ts'

type Place = { locale: Locale; zone: string }

const formatIn = ({ locale, zone }: Place, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', { timeZone: zone, ...options })

const clockTime = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const dayAndTime = { weekday: 'short', day: 'numeric', month: 'short', ...clockTime } as const
const weekdayAndTime = { weekday: 'short', ...clockTime } as const

const isSameDay = (a: string, b: string, place: Place) => {
  const day = formatIn(place, { dateStyle: 'short' })
  return day.format(new Date(a)) === day.format(new Date(b))
}

/** From when until when, as people say it: "Fri, 6 Mar, 16:50 – 17:00". */
export function spanWords({ from, to }: { from: string; to: string }, place: Place): string {
  const end = formatIn(place, isSameDay(from, to, place) ? clockTime : dayAndTime)
  return `${formatIn(place, dayAndTime).format(new Date(from))} – ${end.format(new Date(to))}`
}

/** A moment within these weeks: "Fri, 16:50". */
export const weekdayTime = (at: string, place: Place): string =>
  formatIn(place, weekdayAndTime).format(new Date(at))

/** A moment of these months: "Fri, 6 Mar, 16:50". */
export const shortMoment = (at: string, place: Place): string =>
  formatIn(place, dayAndTime).format(new Date(at))

/** "16:50". */
export const timeOnly = (at: string, place: Place): string => formatIn(place, clockTime).format(new Date(at))

/** A day within these weeks: "Mon 9". */
export const weekdayWord = (at: string, place: Place): string =>
  formatIn(place, { weekday: 'short', day: 'numeric' }).format(new Date(at)).replace(',', '')

/** Whether clocks on two walls show the same at an instant. */
export function isSameWall(at: string, a: string, b: string): boolean {
  const shown = (zone: string) =>
    formatIn({ locale: 'en', zone }, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))
  return shown(a) === shown(b)
}

/** A zone as people name it: its city. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** A moment with its whole day: "Sunday 29 November 2026 at 02:30". */
export const dayTime = (at: string, place: Place): string =>
  formatIn(place, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...clockTime,
  }).format(new Date(at))
