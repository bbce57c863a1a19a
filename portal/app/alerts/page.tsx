import { page } from '../../lib/page.tsx'
import { loadAlerts } from '../../views/alerts-data.ts'
import { alertsView } from '../../views/alerts-view.tsx'

export default page(async (visit, { query }) => {
  const { ui, data } = await loadAlerts(visit, query)
  return { ui, view: alertsView(ui, data) }
})
