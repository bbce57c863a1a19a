import { emptyDraft } from '../../../../components/field.tsx'
import { page } from '../../../../lib/page.tsx'
import { knownPerson } from '../../../../lib/visit.ts'
import { sourceNewView } from '../../../../views/source-new-view.tsx'

export default page(async (visit) => {
  // Whoever may not see sources is refused here as on their list.
  const [person, { now }] = await Promise.all([knownPerson(visit), visit.api.sources()])
  const ui = visit.uiFor(person, now)
  return { ui, view: sourceNewView(ui, emptyDraft) }
})
