import { page } from '../../../../lib/page.tsx'
import { loadMaintenance, maintenanceView } from '../../../../views/maintenance-view.tsx'

export default page(async (visit, { params: { id = '' } }) => {
  const { ui, data } = await loadMaintenance(visit, decodeURIComponent(id))
  return { ui, view: maintenanceView(ui, data) }
})
