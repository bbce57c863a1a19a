import { createFormatter } from 'use-intl/core'
import type { Locale } from './locale.ts'

/**
 * Words for instants in the reader's language and zone; for a reader whose zone nobody knows in UTC, which is then named.
 * `now` is the API's clock, never this process's.
 */
export function clockFor({ locale, zone = 'UTC', now }: { locale: Locale; zone?: string; now: Date }) {
  const format = createFormatter({ locale: locale === 'en' ? 'en-GB' : 'de-DE', timeZone: zone, now })
  const zoned = (words: string) => (zone === 'UTC' ? `${words} UTC` : words)
  const full = (at: string) =>
    zoned(format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' }))
  const time = (at: string) => zoned(format.dateTime(new Date(at), { timeStyle: 'short' }))
  const dayOf = (date: Date) => format.dateTime(date, { dateStyle: 'short' })
  const isToday = (at: string) => dayOf(new Date(at)) === dayOf(now)
  return {
    now,
    zone,
    relative: (at: string) => format.relativeTime(new Date(at), now),
    full,
    /** Hardly any time ago: "reported now" is not how people say it. */
    isJustNow: (at: string) => Math.abs(now.getTime() - Date.parse(at)) < 10_000,
    /** As short as it is clear: a time today needs no date. */
    moment: (at: string) => (isToday(at) ? time(at) : full(at)),
    isToday,
    day: (at: string) => format.dateTime(new Date(at), { dateStyle: 'long' }),
    list: (words: string[]) => format.list(words),
    isPast: (at: string) => new Date(at) <= now,
  }
}
export type Clock = ReturnType<typeof clockFor>
