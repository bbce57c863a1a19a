import * as z from 'zod/mini'
import { severities } from './occurrence.ts'

/**
 * What an alert must look like. `label` names one of its labels or, with a leading `@`, a fact of its own: `@source`,
 * `@severity`, `@title`, `@summary`. A missing label is an empty one, as monitoring systems have it.
 * In `like`, `*` stands for any run of characters: no pattern can be slow to match.
 */
export const Matcher = z.object({
  label: z.string().check(z.minLength(1), z.maxLength(128)),
  op: z.enum(['is', 'is_not', 'like', 'not_like']),
  value: z.string().check(z.maxLength(1024)),
})
export type Matcher = z.infer<typeof Matcher>

export const Matchers = z.array(Matcher).check(z.maxLength(20))

export type Facts = {
  sourceId: string
  severity: string
  title: string
  summary?: string
  labels: Readonly<Record<string, string>>
}

export function factOf(label: string, { sourceId, severity, title, summary = '', labels }: Facts): string {
  switch (label) {
    case '@source':
      return sourceId
    case '@severity':
      return severity
    case '@title':
      return title
    case '@summary':
      return summary
    default:
      return Object.hasOwn(labels, label) ? (labels[label] ?? '') : ''
  }
}

/** Whether all of them hold; none at all match everything. */
export const matchesAll = (matchers: readonly Matcher[], facts: Facts): boolean =>
  matchers.every((matcher) => matches(matcher, facts))

function matches({ label, op, value }: Matcher, facts: Facts): boolean {
  const actual = factOf(label, facts)
  switch (op) {
    case 'is':
      return actual === value
    case 'is_not':
      return actual !== value
    case 'like':
      return isLike(actual, value)
    case 'not_like':
      return !isLike(actual, value)
  }
}

/** Whether every alert there can be matches: none at all do, and so do those that no value fails. */
export const matchesEverything = (matchers: readonly Matcher[]): boolean => matchers.every(isAlways)

function isAlways(matcher: Matcher): boolean {
  const { label, op, value } = matcher
  const facts = { sourceId: '-', title: '-', labels: {} }
  if (label === '@severity') return severities.every((severity) => matches(matcher, { ...facts, severity }))
  if (op === 'like') return /^\*+$/.test(value)
  return value === '' && op !== 'is' && (label === '@source' || label === '@title')
}

/**
 * Whether matchers say what is meant, and not only what is not: at least one names a value. Those that leave out a
 * little of everything, or ask for a label that hardly anything has to be empty, hold nearly all there is.
 */
export const sayWhatIsMeant = (matchers: readonly Matcher[]): boolean =>
  matchers.some(({ op, value }) => (op === 'is' && value !== '') || (op === 'like' && !/^\**$/.test(value)))

/** Whether matchers that took the place of others may leave out something that those matched. */
export const isNarrower = (matchers: readonly Matcher[], before: readonly Matcher[]): boolean =>
  matchers.some(
    ({ label, op, value }) =>
      !before.some((one) => one.label === label && one.op === op && one.value === value),
  )

/** In time proportional to the text and the pattern together, whatever both hold. */
export function isLike(text: string, pattern: string): boolean {
  const parts = pattern.split('*')
  const [head = '', ...rest] = parts
  const tail = rest.pop()
  if (tail === undefined) return text === head
  if (!text.startsWith(head) || text.length < head.length + tail.length || !text.endsWith(tail)) return false
  let from = head.length
  const end = text.length - tail.length
  for (const part of rest) {
    const found = text.indexOf(part, from)
    if (found < 0 || found + part.length > end) return false
    from = found + part.length
  }
  return true
}
