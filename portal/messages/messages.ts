import { createTranslator } from 'use-intl/core'
import type { Locale } from '../lib/locale.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export type Messages = typeof en
export const messages = { en, de } as const

const translatorFor = (locale: Locale) =>
  createTranslator<Messages>({ locale, messages: messages[locale] as unknown as Messages, timeZone: 'UTC' })

export type Translate = ReturnType<typeof translatorFor>

const made: Partial<Record<Locale, Translate>> = {}

/** Speaks one language; keys and their values are checked by the compiler. */
export function translate(locale: Locale): Translate {
  made[locale] ??= translatorFor(locale)
  return made[locale]
}
