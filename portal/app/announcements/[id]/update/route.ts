import type { Draft } from '../../../../components/field.tsx'
import { type ComponentChanges, componentsAfter, readUpdate } from '../../../../lib/announcement-form.ts'
import { draftOf, typed } from '../../../../lib/draft.ts'
import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost, type Outcome } from '../../../../lib/form-post.tsx'
import { Problem } from '../../../../lib/problem.ts'
import type { Ui, Visit } from '../../../../lib/visit.ts'
import { loadAnnouncement } from '../../../../views/announcement-data.ts'
import { announcementView } from '../../../../views/announcement-view.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { form, params: { id = '' } }) => {
  const { body, changes, errors, fields } = readUpdate(form)
  const wrong = Object.entries(errors)
  if (wrong.length > 0) {
    return again(visit, id, ({ t }) => ({
      values: typed(form),
      errors: Object.fromEntries(wrong.map(([field, key]) => [field, t(`announcement.${key}`)])),
    }))
  }
  try {
    const components = await componentsNow(visit, id, changes)
    await visit.api.updateAnnouncement(id, { ...body, components }, { key: form.text('key') })
    return { goTo: `/announcements/${encodeURIComponent(id)}`, flash: { key: 'updated' } }
  } catch (error) {
    if (!(error instanceof Problem) || ![400, 409, 412, 413, 422].includes(error.status)) throw error
    return again(visit, id, () => draftOf(form, error, { fields }))
  }
})

/** Nothing when the writer left them alone: then the API does so too. */
async function componentsNow({ api }: Visit, id: string, changes: ComponentChanges) {
  if (changes.size === 0) return undefined
  const [announcement, known] = await Promise.all([api.announcement(id), api.components()])
  const setUp = new Set(known.body.items.map((component) => component.id))
  // One that is not set up any more would have the whole update refused.
  return componentsAfter(announcement.body.components, changes).filter((one) => setUp.has(one.id))
}

async function again(visit: Visit, id: string, draft: (ui: Ui) => Draft): Promise<Outcome> {
  const { ui, shown } = await loadAnnouncement(visit, id)
  return { show: { ui, view: announcementView(ui, shown, draft(ui)) }, status: 422 }
}
