import { answersIn } from '../../../lib/category-forms.ts'
import { toFormPage } from '../../../lib/form-address.ts'
import { formPost } from '../../../lib/form-post.tsx'

export const GET = toFormPage

/** How complete the report is as it stands in the form, in a sentence; asked by script while somebody writes. */
export const POST = formPost(async (visit, { form }) => {
  const categoryId = form.optional('categoryId')
  const categories = categoryId ? (await visit.api.categories()).body.items : []
  const { body } = await visit.api.completeness({
    description: form.text('description'),
    serviceId: form.optional('serviceId'),
    categoryId,
    fields: answersIn(form, categories, categoryId),
  })
  const { t, locale } = visit.uiFor(undefined, new Date())
  const missing = new Intl.ListFormat(locale).format(body.missing.map(({ label }) => label[locale]))
  const percent = String(body.percent)
  const sentence = missing ? t('report.incomplete', { percent, missing }) : t('report.complete', { percent })
  return { said: { sentence } }
})
