import { page } from '../../../lib/page.tsx'
import { loadSilences } from '../../../views/silences-data.ts'
import { silencesView } from '../../../views/silences-view.tsx'

export default page(async (visit, { query }) => {
  const { ui, data } = await loadSilences(visit, typeof query.alert === 'string' ? query.alert : undefined)
  return { ui, view: silencesView(ui, data) }
})
