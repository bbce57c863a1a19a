import { emptyDraft } from '../../../../components/field.tsx'
import { page } from '../../../../lib/page.tsx'
import { knownPerson } from '../../../../lib/visit.ts'
import { sourceNewView } from '../../../../views/source-new-view.tsx'

export default page(async (visit) => {
  const ui = visit.uiFor(await knownPerson(visit), new Date())
  return { ui, view: sourceNewView(ui, emptyDraft) }
})
