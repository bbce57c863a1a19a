import type { Source, Traffic } from '../lib/alerts/contract.ts'
import type { Thing } from '../lib/set-up/blueprint.ts'
import type { Context } from '../lib/set-up/context.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

export type SourceData = {
  source: Source
  thing: Thing
  etag: string
  traffic: Traffic
  context: Pick<Context, 'services' | 'teams'>
}

/** Everything on the page of one source, asked for at once. */
export async function loadSource(visit: Visit, id: string): Promise<{ ui: Ui; data: SourceData }> {
  const { api } = visit
  const [person, source, traffic, services, teams] = await Promise.all([
    knownPerson(visit),
    api.thing('sources', id),
    api.sourceTraffic(id),
    api.things('services'),
    api.things('teams'),
  ])
  return {
    ui: visit.uiFor(person, source.now),
    data: {
      source: source.body as unknown as Source,
      thing: source.body,
      etag: source.etag ?? '',
      traffic: traffic.body,
      context: { services: services.body.items, teams: teams.body.items },
    },
  }
}
