import { page } from '../../lib/page.tsx'
import { knownPerson } from '../../lib/visit.ts'
import { incidentsView } from '../../views/incidents-view.tsx'

export default page(async (visit, { query }) => {
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined
  const [person, incidents] = await Promise.all([
    knownPerson(visit),
    visit.api.incidents(new URLSearchParams(cursor ? { cursor } : {})),
  ])
  const ui = visit.uiFor(person, incidents.now)
  return { ui, view: incidentsView(ui, incidents.body) }
})
