import { answersIn } from './category-forms.ts'
import type { Category, Degree } from './contract.ts'
import type { FormFields } from './form.ts'

const degrees = ['high', 'medium', 'low'] as const satisfies readonly Degree[]

/** What to say about a field of the report, as a key of the `report` messages. */
type ReportErrors = Partial<
  Record<
    'title' | 'description' | 'urgency' | 'impact',
    'needTitle' | 'longTitle' | 'longDescription' | 'needUrgency' | 'needImpact'
  >
>

/** What the report says, and what it lacks in the words of the form. The API has the last word. */
export function readReport(form: FormFields, categories: readonly Category[]) {
  const title = form.text('title')
  const description = form.text('description')
  const urgency = form.oneOf('urgency', degrees)
  const impact = form.oneOf('impact', degrees)
  const errors: ReportErrors = {
    ...(title === '' && { title: 'needTitle' }),
    ...(title.length > 160 && { title: 'longTitle' }),
    ...(description.length > 20_000 && { description: 'longDescription' }),
    ...(!urgency && { urgency: 'needUrgency' }),
    ...(!impact && { impact: 'needImpact' }),
  }
  const body = {
    title,
    description,
    urgency,
    impact,
    serviceId: form.optional('serviceId'),
    categoryId: form.optional('categoryId'),
    onBehalfOf: form.optional('onBehalfOf'),
    fields: answersIn(form, categories, form.optional('categoryId')),
  }
  return { body, errors }
}
