import { createFormatter } from 'use-intl/core'
import type { Locale } from './locale.ts'

/**
 * Words for instants in the reader's language and zone; for a reader whose zone nobody knows in UTC, which is then named.
 * `now` is the API's clock, never this process's.
 */
export function clockFor({ locale, zone = 'UTC', now }: { locale: Locale; zone?: string; now: Date }) {
  const format = createFormatter({ locale: locale === 'en' ? 'en-GB' : 'de-DE', timeZone: zone, now })
  return {
    now,
    zone,
    relative: (at: string) => format.relativeTime(new Date(at), now),
    full: (at: string) => {
      const words = format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
      return zone === 'UTC' ? `${words} UTC` : words
    },
    day: (at: string) => format.dateTime(new Date(at), { dateStyle: 'long' }),
    list: (words: string[]) => format.list(words),
    isPast: (at: string) => new Date(at) <= now,
  }
}
export type Clock = ReturnType<typeof clockFor>
