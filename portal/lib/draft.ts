import type { Draft } from '../components/field.tsx'
import type { FormFields } from './form.ts'
import type { Problem } from './problem.ts'
import { isChanged, isWas } from './was.ts'

const ours = new Set(['key', 'etag', 'seen', 'returnTo'])

const isOurs = (name: string) => ours.has(name) || isWas(name)

/** What was typed and chosen, to be shown again. What was left alone is not: it shows how it stands by then. */
export const typed = (form: FormFields): Record<string, string> =>
  Object.fromEntries(form.entries().filter(([name]) => !isOurs(name) && isChanged(form, name)))

type Names = {
  fields?: Record<string, string>
  paths?: Record<string, string>
  sentences?: Record<string, string>
}

/**
 * The API's refusal beside the fields it is about.
 * @param fields the form's name for a path of the API, where they differ
 * @param paths the same for whole paths, such as `fields.since`
 * @param sentences our own words for a field, kinder than a general validator's
 */
export function draftOf(
  form: FormFields,
  problem: Problem,
  { fields = {}, paths = {}, sentences = {} }: Names = {},
): Draft {
  const { errors = [], detail, title } = problem.document
  const told = errors.map(({ path, message }) => {
    const root = path.split('.')[0] ?? path
    const field = paths[path] ?? fields[root] ?? root
    return [field, sentences[field] ?? message]
  })
  return {
    values: typed(form),
    errors: Object.fromEntries(told),
    sentence: told.length === 0 ? (detail ?? title) : undefined,
  }
}
