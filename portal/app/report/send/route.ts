import type { Draft } from '../../../components/field.tsx'
import { draftOf, typed } from '../../../lib/draft.ts'
import { toFormPage } from '../../../lib/form-address.ts'
import { formPost } from '../../../lib/form-post.tsx'
import { Problem } from '../../../lib/problem.ts'
import { readReport } from '../../../lib/report-form.ts'
import type { Visit } from '../../../lib/visit.ts'
import { loadReport } from '../../../views/report-data.ts'
import { reportView } from '../../../views/report-view.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { form }) => {
  const { body, errors } = readReport(form)
  const wrong = Object.entries(errors)
  if (wrong.length > 0) {
    return again(visit, (t) => ({
      values: typed(form),
      errors: Object.fromEntries(wrong.map(([field, key]) => [field, t(`report.${key}`)])),
    }))
  }
  try {
    const { body: incident } = await visit.api.report(body, { key: form.text('key') })
    return { goTo: `/incidents/${incident.id}`, flash: { key: 'reported', number: incident.id } }
  } catch (error) {
    if (!(error instanceof Problem) || ![400, 409, 413, 422].includes(error.status)) throw error
    return again(visit, (t) =>
      draftOf(form, error, {
        sentences: { serviceId: t('report.goneService'), categoryId: t('report.goneCategory') },
      }),
    )
  }
})

async function again(visit: Visit, draft: (t: Awaited<ReturnType<typeof loadReport>>['ui']['t']) => Draft) {
  const { ui, data } = await loadReport(visit)
  return { show: { ui, view: reportView(ui, data, draft(ui.t)) }, status: 422 as const }
}
