import { emptyDraft } from '../../../components/field.tsx'
import { page } from '../../../lib/page.tsx'
import { loadAnnouncement } from '../../../views/announcement-data.ts'
import { announcementView } from '../../../views/announcement-view.tsx'

export default page(async (visit, { params: { id = '' } }) => {
  const { ui, shown } = await loadAnnouncement(visit, decodeURIComponent(id))
  return { ui, view: announcementView(ui, shown, emptyDraft) }
})
