import { emptyDraft } from '../components/field.tsx'
import { newHeartbeat } from '../lib/alerts/heartbeat-inputs.ts'
import type { Thing } from '../lib/set-up/blueprint.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'
import type { HeartbeatData } from './heartbeat-view.tsx'

/** A heartbeat, or with `new` what one begins with, beside what it may name. */
export async function loadHeartbeat(visit: Visit, id: string): Promise<{ ui: Ui; data: HeartbeatData }> {
  const { api } = visit
  const [person, found, services, teams] = await Promise.all([
    knownPerson(visit),
    // Whoever may not see heartbeats is refused here as on their list.
    id === 'new' ? api.heartbeats().then(() => undefined) : api.heartbeat(id),
    api.things('services'),
    api.things('teams'),
  ])
  return {
    ui: visit.uiFor(person, services.now),
    data: {
      thing: found ? (found.body as unknown as Thing) : newHeartbeat,
      ...(found && { stored: { heartbeat: found.body, etag: found.etag ?? '' } }),
      context: { services: services.body.items, teams: teams.body.items },
      draft: emptyDraft,
    },
  }
}
