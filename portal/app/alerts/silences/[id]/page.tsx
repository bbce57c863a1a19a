import { page } from '../../../../lib/page.tsx'
import { silenceView } from '../../../../views/silence-view.tsx'
import { loadSilence } from '../../../../views/silences-data.ts'

export default page(async (visit, { params: { id = '' } }) => {
  const { ui, data } = await loadSilence(visit, decodeURIComponent(id))
  return { ui, view: silenceView(ui, data) }
})
