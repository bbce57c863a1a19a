import { page } from '../../../lib/page.tsx'
import { knownPerson } from '../../../lib/visit.ts'
import { heartbeatsView } from '../../../views/heartbeats-view.tsx'

export default page(async (visit) => {
  const [person, { body, now }] = await Promise.all([knownPerson(visit), visit.api.heartbeats()])
  const ui = visit.uiFor(person, now)
  return { ui, view: heartbeatsView(ui, body.items) }
})
