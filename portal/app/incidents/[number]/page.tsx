import { emptyDraft } from '../../../components/field.tsx'
import { page } from '../../../lib/page.tsx'
import { loadIncident } from '../../../views/incident-data.ts'
import { whichIncidentView } from '../../../views/which-incident-view.ts'

export default page(async (visit, { params: { number = '' }, query }) => {
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined
  const why = typeof query.why === 'string' && query.why !== '' ? query.why : undefined
  const { ui, data } = await loadIncident(visit, decodeURIComponent(number), { cursor, why })
  return {
    ui,
    view: whichIncidentView(ui, data, emptyDraft),
  }
})
