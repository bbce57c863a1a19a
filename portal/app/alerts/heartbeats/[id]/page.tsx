import { page } from '../../../../lib/page.tsx'
import { loadHeartbeat } from '../../../../views/heartbeat-data.ts'
import { heartbeatView } from '../../../../views/heartbeat-view.tsx'

export default page(async (visit, { params: { id = '' } }) => {
  const { ui, data } = await loadHeartbeat(visit, decodeURIComponent(id))
  return { ui, view: heartbeatView(ui, data) }
})
