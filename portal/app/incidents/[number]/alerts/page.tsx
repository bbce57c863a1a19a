import { page } from '../../../../lib/page.tsx'
import { incidentAlertsView, loadIncidentAlerts } from '../../../../views/incident-alerts-view.tsx'

export default page(async (visit, { params: { number = '' }, query }) => {
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined
  const { ui, ...data } = await loadIncidentAlerts(visit, decodeURIComponent(number), cursor)
  return { ui, view: incidentAlertsView(ui, data) }
})
