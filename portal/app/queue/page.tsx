import { page } from '../../lib/page.tsx'
import { knownPerson } from '../../lib/visit.ts'
import { queueFilters, queueView, queueViews } from '../../views/queue-view.tsx'

export default page(async (visit, { query }) => {
  const asked = new URLSearchParams({ view: queueViews.find((view) => view === query.view) ?? 'queue' })
  for (const name of [...queueFilters, 'cursor']) {
    const value = query[name]
    if (typeof value === 'string' && value !== '') asked.set(name, value)
  }
  const [person, rows, teams] = await Promise.all([
    knownPerson(visit),
    visit.api.incidents(asked),
    visit.api.teams(),
  ])
  const ui = visit.uiFor(person, rows.now)
  return { ui, view: queueView(ui, { rows: rows.body, teams: teams.body.items, query: asked }) }
})
