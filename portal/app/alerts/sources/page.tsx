import { page } from '../../../lib/page.tsx'
import { knownPerson } from '../../../lib/visit.ts'
import { trafficOfAll } from '../../../views/alerts-data.ts'
import { sourcesView } from '../../../views/sources-view.tsx'

export default page(async (visit) => {
  const [person, { all, now }] = await Promise.all([knownPerson(visit), trafficOfAll(visit.api)])
  const ui = visit.uiFor(person, now)
  return { ui, view: sourcesView(ui, all) }
})
