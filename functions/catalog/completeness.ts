import type { Answers } from '../incidents/fields.ts'
import { isShown } from './answers.ts'
import type { Category } from './catalog.ts'
import { formOf } from './form.ts'
import type { Criterion } from './guideline.ts'
import { lineOf } from './tree.ts'

/** What is scored: the words of an incident and what it is about. */
export type Scored = { description: string; fields: Answers; serviceId?: string; categoryId?: string }
export type Missing = Pick<Criterion, 'id' | 'label'>
export type Completeness = { percent: number; missing: Missing[] }
type Categories = readonly Pick<Category, 'id' | 'parentId' | 'form' | 'guideline'>[]

/** What makes a record complete where no category says it. */
const builtIn: readonly Criterion[] = [
  {
    id: 'description',
    label: { en: 'What happens, in a sentence or two', de: 'Was geschieht, in ein, zwei Sätzen' },
    weight: 2,
    check: { kind: 'description', atLeastCharacters: 40 },
  },
  {
    id: 'service',
    label: { en: 'The service it is about', de: 'Der Dienst, um den es geht' },
    weight: 1,
    check: { kind: 'service' },
  },
  {
    id: 'category',
    label: { en: 'The category', de: 'Die Kategorie' },
    weight: 1,
    check: { kind: 'category' },
  },
]

/** The criteria of the categories above, then those of the category itself; the built-in ones where there are none. */
export function guidelineOf(categories: Categories, categoryId: string | undefined): readonly Criterion[] {
  const own = lineOf(categories, categoryId).flatMap(({ guideline }) => guideline)
  return own.length > 0 ? own : builtIn
}

/**
 * How complete a record is, in whole percent of the weights that count, and what is missing.
 * A question that is not shown does not count: nobody was asked it.
 */
export function completenessOf(categories: Categories, record: Scored): Completeness {
  const shown = shownIn(categories, record)
  const counting = guidelineOf(categories, record.categoryId).filter(
    ({ check }) => check.kind !== 'field' || shown.has(check.fieldId),
  )
  const missing = counting.filter((criterion) => !isMet(criterion, record))
  const total = weightOf(counting)
  return {
    percent: total === 0 ? 100 : Math.floor((100 * (total - weightOf(missing))) / total),
    missing: missing.map(({ id, label }) => ({ id, label })),
  }
}

function shownIn(categories: Categories, { categoryId, fields }: Scored): Set<string> {
  const answered: Answers = {}
  const shown = new Set<string>()
  for (const field of formOf(categories, categoryId)) {
    if (!isShown(field, answered)) continue
    shown.add(field.id)
    const answer = fields[field.id]
    if (answer !== undefined) answered[field.id] = answer
  }
  return shown
}

function isMet({ check }: Criterion, { description, fields, serviceId, categoryId }: Scored): boolean {
  switch (check.kind) {
    case 'field': {
      const answer = fields[check.fieldId]
      return answer !== undefined && String(answer).trim() !== ''
    }
    case 'description':
      return [...description.trim()].length >= check.atLeastCharacters
    case 'service':
      return Boolean(serviceId)
    case 'category':
      return Boolean(categoryId)
  }
}

const weightOf = (criteria: readonly Criterion[]) => criteria.reduce((sum, { weight }) => sum + weight, 0)
