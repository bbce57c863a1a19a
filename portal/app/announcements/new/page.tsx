import { emptyDraft } from '../../../components/field.tsx'
import { page } from '../../../lib/page.tsx'
import { loadAnnouncementForm } from '../../../views/announcement-data.ts'
import { announcementFormView } from '../../../views/announcement-form-view.tsx'

export default page(async (visit) => {
  const { ui, offer } = await loadAnnouncementForm(visit)
  return { ui, view: announcementFormView(ui, offer, emptyDraft) }
})
