import { emptyDraft } from '../../../../components/field.tsx'
import { page } from '../../../../lib/page.tsx'
import { loadSource } from '../../../../views/source-data.ts'
import { sourceView } from '../../../../views/source-view.tsx'

export default page(async (visit, { params: { id = '' } }) => {
  const { ui, data } = await loadSource(visit, decodeURIComponent(id))
  return { ui, view: sourceView(ui, data, { draft: emptyDraft }) }
})
