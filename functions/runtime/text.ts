import * as z from 'zod/mini'

/** A sentence that a person reads, in every language the product speaks. */
export const Text = z.object({ en: z.string(), de: z.string() })
export type Text = z.infer<typeof Text>

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/**
 * The best language for an `Accept-Language` header or a person's locale; English where none fits.
 * Quality values decide the order (RFC 9110, 12.5.4).
 */
export function languageOf(preference: string | undefined): Language {
  const wanted = (preference ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return {
        tag: (tag.split(/[-_]/)[0] ?? '').toLowerCase(),
        quality: quality ? Number(quality.slice(2)) : 1,
      }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return languages.find((language) => language === wanted.find(({ tag }) => isLanguage(tag))?.tag) ?? 'en'
}

function isLanguage(tag: string): tag is Language {
  return (languages as readonly string[]).includes(tag)
}
