import { de, en } from 'zod/locales'
import type * as z from 'zod/mini'
import type { Language } from './text.ts'

const general = { en: en().localeError, de: de().localeError }

const words = {
  en: {
    missing: 'Please fill this in.',
    number: 'Enter a number, such as 12 or 3.5.',
    atMost: (limit: string) => `Enter ${limit} or less.`,
    atLeast: (limit: string) => `Enter ${limit} or more.`,
  },
  de: {
    missing: 'Bitte füllen Sie das aus.',
    number: 'Geben Sie eine Zahl ein, etwa 12 oder 3,5.',
    atMost: (limit: string) => `Geben Sie höchstens ${limit} ein.`,
    atLeast: (limit: string) => `Geben Sie mindestens ${limit} ein.`,
  },
} satisfies Record<Language, unknown>

/** What is wrong with a value, for people: our own words for what happens every day, the validator's for the rest. */
export const wordingFor =
  (language: Language): z.core.$ZodErrorMap =>
  (issue) => {
    const says = words[language]
    if (issue.code === 'invalid_type') {
      if (issue.input === undefined) return says.missing
      if (issue.expected === 'number') return says.number
    }
    if (issue.code === 'too_big' && issue.origin === 'number') return says.atMost(String(issue.maximum))
    if (issue.code === 'too_small' && issue.origin === 'number') return says.atLeast(String(issue.minimum))
    return general[language](issue)
  }
