import { page } from '../../../../../lib/page.tsx'
import { knownPerson } from '../../../../../lib/visit.ts'
import { clockView } from '../../../../../views/clock-view.tsx'

export default page(async (visit, { params: { number = '', name = '' } }) => {
  const id = decodeURIComponent(number)
  const [person, incident, clock] = await Promise.all([
    knownPerson(visit),
    visit.api.incident(id),
    visit.api.explainClock(id, decodeURIComponent(name)),
  ])
  const ui = visit.uiFor(person, clock.now)
  return { ui, view: clockView(ui, { incident: incident.body, clock: clock.body }) }
})
