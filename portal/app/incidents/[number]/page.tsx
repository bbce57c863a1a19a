import { emptyDraft } from '../../../components/field.tsx'
import { isStaff } from '../../../lib/doors.ts'
import { page } from '../../../lib/page.tsx'
import { deskView } from '../../../views/desk-view.tsx'
import { loadIncident } from '../../../views/incident-data.ts'
import { incidentView } from '../../../views/incident-view.tsx'

export default page(async (visit, { params: { number = '' }, query }) => {
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined
  const { ui, data } = await loadIncident(visit, decodeURIComponent(number), cursor)
  return {
    ui,
    view: isStaff(ui.person) ? deskView(ui, { data, draft: emptyDraft }) : incidentView(ui, data, emptyDraft),
  }
})
