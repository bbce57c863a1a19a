import { page } from '../../lib/page.tsx'
import { queueQuery } from '../../lib/queue-query.ts'
import { knownPerson } from '../../lib/visit.ts'
import { queueView } from '../../views/queue-view.tsx'

export default page(async (visit, { query }) => {
  const asked = queueQuery(query)
  const [person, rows, teams] = await Promise.all([
    knownPerson(visit),
    visit.api.incidents(asked),
    visit.api.teams(),
  ])
  const ui = visit.uiFor(person, rows.now)
  return { ui, view: queueView(ui, { rows: rows.body, teams: teams.body.items, query: asked }) }
})
