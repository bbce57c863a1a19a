export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

/** The first language that we speak: the person's choice, else the browser's order of preference. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const q = parameters.map((text) => text.trim()).find((text) => text.startsWith('q='))
      return { language: tag.slice(0, 2).toLowerCase(), weight: q ? Number(q.slice(2)) || 0 : 1 }
    })
    .sort((a, b) => b.weight - a.weight)
  return wanted.map(({ language }) => language).find(isLocale) ?? 'en'
}
