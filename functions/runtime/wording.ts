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
    longest: (limit: string) => `Up to ${limit} characters fit in here.`,
    most: (limit: string) => `No more than ${limit} fit in here.`,
    fewest: (limit: string) => (limit === '1' ? 'Choose at least one.' : `Choose at least ${limit}.`),
    form: 'This is not written in the form that is needed here.',
    forms: {
      time: 'Enter a time, such as 09:00.',
      phone: 'Begin with + and the country, such as +4930123456.',
    },
  },
  de: {
    missing: 'Bitte füllen Sie das aus.',
    number: 'Geben Sie eine Zahl ein, etwa 12 oder 3,5.',
    atMost: (limit: string) => `Geben Sie höchstens ${limit} ein.`,
    atLeast: (limit: string) => `Geben Sie mindestens ${limit} ein.`,
    longest: (limit: string) => `Hier passen bis zu ${limit} Zeichen hinein.`,
    most: (limit: string) => `Hier passen nicht mehr als ${limit} hinein.`,
    fewest: (limit: string) =>
      limit === '1' ? 'Wählen Sie mindestens eine Möglichkeit.' : `Wählen Sie mindestens ${limit}.`,
    form: 'Das hat nicht die Form, die hier gebraucht wird.',
    forms: {
      time: 'Geben Sie eine Uhrzeit ein, etwa 09:00.',
      phone: 'Beginnen Sie mit + und dem Land, etwa +4930123456.',
    },
  },
} satisfies Record<Language, unknown>

/** What a pattern is for, by an example that it takes: no words of ours can explain one. */
const examples = { time: '09:00', phone: '+4930123456' } as const
const formOf = (pattern: string | undefined) => {
  const [, source = '', flags] = /^\/(.*)\/(\w*)$/s.exec(pattern ?? '') ?? []
  const takes = (example: string) => source !== '' && new RegExp(source, flags).test(example)
  const isAny = takes('any text')
  return isAny
    ? undefined
    : (Object.keys(examples) as (keyof typeof examples)[]).find((form) => takes(examples[form]))
}

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
    if (issue.code === 'too_big' && issue.origin === 'string') return says.longest(String(issue.maximum))
    if (issue.code === 'too_small' && issue.origin === 'string' && Number(issue.minimum) === 1)
      return says.missing
    if (issue.code === 'too_big' && issue.origin === 'array') return says.most(String(issue.maximum))
    if (issue.code === 'too_small' && issue.origin === 'array') return says.fewest(String(issue.minimum))
    if (issue.code === 'invalid_format' && issue.format === 'regex') {
      const form = formOf(issue.pattern)
      return form ? says.forms[form] : says.form
    }
    return general[language](issue)
  }
