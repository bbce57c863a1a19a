import { orNothing } from '../../lib/or-nothing.ts'
import { page } from '../../lib/page.tsx'
import { longestSearch } from '../../lib/queue-query.ts'
import { knownPerson } from '../../lib/visit.ts'
import { incidentsView } from '../../views/incidents-view.tsx'

export default page(async (visit, { query }) => {
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined
  const words = typeof query.q === 'string' ? query.q.trim().slice(0, longestSearch) : ''
  const isFirst = !words && !cursor
  const [person, incidents, following] = await Promise.all([
    knownPerson(visit),
    visit.api.incidents(new URLSearchParams({ ...(words && { q: words }), ...(cursor && { cursor }) })),
    isFirst ? orNothing(visit.api.incidents(new URLSearchParams({ view: 'following' }))) : undefined,
  ])
  const ui = visit.uiFor(person, incidents.now)
  return {
    ui,
    view: incidentsView(ui, incidents.body, {
      words: words || undefined,
      following: following?.body.items ?? [],
    }),
  }
})
