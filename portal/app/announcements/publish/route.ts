import type { Draft } from '../../../components/field.tsx'
import { readAnnouncement } from '../../../lib/announcement-form.ts'
import { draftOf, typed } from '../../../lib/draft.ts'
import { toFormPage } from '../../../lib/form-address.ts'
import { formPost, type Outcome } from '../../../lib/form-post.tsx'
import { Problem } from '../../../lib/problem.ts'
import type { Ui, Visit } from '../../../lib/visit.ts'
import { loadAnnouncementForm } from '../../../views/announcement-data.ts'
import { announcementFormView } from '../../../views/announcement-form-view.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { form }) => {
  const { body, errors } = readAnnouncement(form)
  const wrong = Object.entries(errors)
  if (wrong.length > 0) {
    return again(visit, ({ t }) => ({
      values: typed(form),
      errors: Object.fromEntries(wrong.map(([field, key]) => [field, t(`announcement.${key}`)])),
    }))
  }
  try {
    const { body: announcement } = await visit.api.publish(body, { key: form.text('key') })
    return { goTo: `/announcements/${announcement.id}`, flash: { key: 'published' } }
  } catch (error) {
    if (!(error instanceof Problem) || ![400, 409, 413, 422].includes(error.status)) throw error
    return again(visit, () => draftOf(form, error))
  }
})

async function again(visit: Visit, draft: (ui: Ui) => Draft): Promise<Outcome> {
  const { ui, offer } = await loadAnnouncementForm(visit)
  return { show: { ui, view: announcementFormView(ui, offer, draft(ui)) }, status: 422 }
}
