import { page } from '../../../lib/page.tsx'
import { loadAlert } from '../../../views/alert-data.ts'
import { alertView } from '../../../views/alert-view.tsx'

export default page(async (visit, { params: { id = '' } }) => {
  const { ui, data } = await loadAlert(visit, decodeURIComponent(id))
  return { ui, view: alertView(ui, data) }
})
