import { page } from '../../lib/page.tsx'
import { loadOverview } from '../../views/on-call-data.ts'
import { onCallView } from '../../views/on-call-view.tsx'

export default page(async (visit) => {
  const { ui, ...overview } = await loadOverview(visit)
  return { ui, view: onCallView(ui, overview) }
})
