import { page } from '../../lib/page.tsx'
import { longestSearch } from '../../lib/queue-query.ts'
import { knownPerson } from '../../lib/visit.ts'
import { incidentsView } from '../../views/incidents-view.tsx'

export default page(async (visit, { query }) => {
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined
  const words = typeof query.q === 'string' ? query.q.trim().slice(0, longestSearch) : ''
  const [person, incidents] = await Promise.all([
    knownPerson(visit),
    visit.api.incidents(new URLSearchParams({ ...(words && { q: words }), ...(cursor && { cursor }) })),
  ])
  const ui = visit.uiFor(person, incidents.now)
  return { ui, view: incidentsView(ui, incidents.body, words || undefined) }
})
