import type { Draft } from '../../../components/field.tsx'
import { errorNames } from '../../../lib/category-forms.ts'
import { draftOf, typed } from '../../../lib/draft.ts'
import type { FormFields } from '../../../lib/form.ts'
import { toFormPage } from '../../../lib/form-address.ts'
import { formPost } from '../../../lib/form-post.tsx'
import { Problem } from '../../../lib/problem.ts'
import { readReport } from '../../../lib/report-form.ts'
import type { Visit } from '../../../lib/visit.ts'
import { loadReport } from '../../../views/report-data.ts'
import { reportView } from '../../../views/report-view.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { form, sentWith }) => {
  const categoryId = form.optional('categoryId')
  const categories = categoryId ? (await visit.api.categories()).body.items : []
  const { body, errors } = readReport(form, categories)
  const wrong = Object.entries(errors)
  if (wrong.length > 0) {
    return again(visit, form, (t) => ({
      values: typed(form),
      errors: Object.fromEntries(wrong.map(([field, key]) => [field, t(`report.${key}`)])),
    }))
  }
  try {
    const { body: incident } = await visit.api.report(
      { ...body, context: contextOf(form, sentWith) },
      { key: form.text('key') },
    )
    return { goTo: `/incidents/${incident.id}`, flash: { key: 'reported', number: incident.id } }
  } catch (error) {
    if (!(error instanceof Problem) || ![400, 409, 413, 422].includes(error.status)) throw error
    return again(visit, form, (t) =>
      draftOf(form, error, {
        paths: errorNames(categories, categoryId),
        sentences: { serviceId: t('report.goneService'), categoryId: t('report.goneCategory') },
      }),
    )
  }
})

const longest = 300

/** What nobody should have to type: kept to the length that the API takes. */
function contextOf(form: FormFields, sentWith: Headers) {
  const known = {
    userAgent: sentWith.get('user-agent'),
    locale: sentWith.get('accept-language')?.split(',')[0],
    zone: form.optional('zone'),
    screen: form.optional('screen'),
    page: form.optional('page'),
  }
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value ? [[name, value.slice(0, longest)]] : [])),
  )
}

type Words = Awaited<ReturnType<typeof loadReport>>['ui']['t']

async function again(visit: Visit, form: FormFields, draft: (t: Words) => Draft) {
  const { ui, data } = await loadReport(visit, form.optional('page'))
  return { show: { ui, view: reportView(ui, data, draft(ui.t)) }, status: 422 as const }
}
