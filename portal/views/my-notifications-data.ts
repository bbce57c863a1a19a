import type { MyNotifications } from '../lib/notify-contract.ts'
import type { Known } from '../lib/trigger-words.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

type Loaded = { ui: Ui; mine: MyNotifications; known: Known; etag?: string }

/** Everything on the page of one's own notifications, in one round of calls. */
export async function loadMyNotifications(visit: Visit): Promise<Loaded> {
  const { api } = visit
  const [person, mine, services, categories, teams] = await Promise.all([
    knownPerson(visit),
    api.myNotifications(),
    api.things('services'),
    api.things('categories'),
    api.things('teams'),
  ])
  return {
    ui: visit.uiFor(person, mine.now),
    mine: mine.body,
    etag: mine.etag,
    known: { services: services.body.items, categories: categories.body.items, teams: teams.body.items },
  }
}
