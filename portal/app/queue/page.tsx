import { orNothing } from '../../lib/or-nothing.ts'
import { page } from '../../lib/page.tsx'
import { queuePage, queueQuery } from '../../lib/queue-query.ts'
import { knownPerson } from '../../lib/visit.ts'
import { queueView } from '../../views/queue-view.tsx'

export default page(async (visit, { query }) => {
  const { api } = visit
  const asked = queueQuery(query)
  const [person, rows, teams, services, categories, views, job] = await Promise.all([
    knownPerson(visit),
    api.incidents(new URLSearchParams([...asked, ['limit', String(queuePage)]])),
    api.teams(),
    api.services(),
    api.categories(),
    orNothing(api.savedViews()),
    typeof query.job === 'string' ? orNothing(api.bulkJob(query.job)) : undefined,
  ])
  const ui = visit.uiFor(person, rows.now)
  const catalog = {
    teams: teams.body.items,
    services: services.body.items,
    categories: categories.body.items,
  }
  return {
    ui,
    view: queueView(ui, {
      rows: rows.body,
      catalog,
      query: asked,
      views: views?.body.items,
      job: job?.body,
    }),
  }
})
