import type { Category, Field } from './contract.ts'
import type { FormFields } from './form.ts'

export type Answers = Record<string, string | number | boolean>

/** The name of a question in the page's form: two categories may both ask for a `since`. */
export const inputName = (categoryId: string, fieldId: string) => `f.${categoryId}.${fieldId}`

/** A category after those above it, from the root on. */
export function pathTo(categories: readonly Category[], id: string | undefined): Category[] {
  const path: Category[] = []
  let next = categories.find((one) => one.id === id)
  while (next && !path.includes(next)) {
    path.unshift(next)
    const above: string | undefined = next.parentId
    next = categories.find((one) => one.id === above)
  }
  return path
}

/** The questions of a category that a page can ask; files come with a message once the report is there. */
export const questionsOf = ({ form = [] }: Category): Field[] => form.filter(({ kind }) => kind !== 'file')

/** What was answered for the chosen category, in the types of the API; what was left empty is not there. */
export function answersIn(
  form: FormFields,
  categories: readonly Category[],
  id: string | undefined,
): Answers {
  const pairs = pathTo(categories, id).flatMap((category) =>
    questionsOf(category).map((field) => [
      field.id,
      answerOf(field, form.text(inputName(category.id, field.id))),
    ]),
  )
  return Object.fromEntries(pairs.filter(([, answer]) => answer !== undefined))
}

function answerOf({ kind }: Field, text: string): Answers[string] | undefined {
  if (text === '') return undefined
  if (kind === 'yes_no') return text === 'yes'
  // A number that is none goes as it was typed, and the API says what is wrong with it.
  if (kind === 'number')
    return Number.isFinite(Number(text.replace(',', '.'))) ? Number(text.replace(',', '.')) : text
  return text
}

/** The API's names of answers by those of the form: `fields.since` for `f.cat_network.since`. */
export const errorNames = (categories: readonly Category[], id: string | undefined): Record<string, string> =>
  Object.fromEntries(
    pathTo(categories, id).flatMap((category) =>
      questionsOf(category).map((field) => [`fields.${field.id}`, inputName(category.id, field.id)]),
    ),
  )

const quoted = (text: string) =>
  `"${text.replace(/[^\w.-]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
const supported = (rules: string[]) => `@supports selector(:has(a)){${rules.join('')}}`

/**
 * A style sheet that shows the questions of the chosen category only, and a question that depends on an answer only
 * with that answer: without any script. A browser that does not know `:has` shows them all.
 */
export function rulesFor(categories: readonly Category[]): string {
  return supported(
    categories.flatMap((category) => [
      ...groupRule(category, categories),
      ...questionsOf(category).flatMap((field) => fieldRule(field, category, categories)),
    ]),
  )
}

function groupRule({ id, form }: Category, categories: readonly Category[]): string[] {
  if (!form?.length) return []
  const choosing = categories
    .filter((one) => pathTo(categories, one.id).some((above) => above.id === id))
    .map((one) => `option[value=${quoted(one.id)}]:checked`)
  return [`form:not(:has(${choosing.join(',')})) [data-category=${quoted(id)}]{display:none}`]
}

function fieldRule({ id, shownWhen }: Field, category: Category, categories: readonly Category[]): string[] {
  if (!shownWhen) return []
  const asker = pathTo(categories, category.id).findLast(({ form = [] }) =>
    form.some((field) => field.id === shownWhen.fieldId),
  )
  if (!asker) return []
  const kind = asker.form?.find((field) => field.id === shownWhen.fieldId)?.kind
  if (kind !== 'choice' && kind !== 'yes_no') return []
  const value = kind === 'yes_no' ? (shownWhen.equals === true ? 'yes' : 'no') : String(shownWhen.equals)
  const name = `[name=${quoted(inputName(asker.id, shownWhen.fieldId))}]`
  const given = `${name}[value=${quoted(value)}]:checked,${name} option[value=${quoted(value)}]:checked`
  return [`form:not(:has(${given})) [data-question=${quoted(inputName(category.id, id))}]{display:none}`]
}
