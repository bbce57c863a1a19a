import { page } from '../../../lib/page.tsx'
import { loadMaintenances } from '../../../views/maintenances-data.ts'
import { maintenancesView } from '../../../views/maintenances-view.tsx'

export default page(async (visit) => {
  const { ui, data } = await loadMaintenances(visit)
  return { ui, view: maintenancesView(ui, data) }
})
