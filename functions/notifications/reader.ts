import type { Person } from '../people/person.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Language } from '../runtime/text.ts'

/** Who reads a mail: in which language, and where their clock stands. */
export type Reader = { name: string; address: string; language: Language; zone: string }

export const readerOf = ({ name, email, locale, zone }: Person): Reader => ({
  name,
  address: email,
  language: locale,
  zone,
})

const locales = { en: 'en-GB', de: 'de-DE' } as const satisfies Record<Language, string>

/** An instant on the reader's clock, with the name of their zone: `Mon 23 Nov 2026, 09:51 CET`. */
export function onClockOf({ language, zone }: Pick<Reader, 'language' | 'zone'>, instant: Instant): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant))
}
