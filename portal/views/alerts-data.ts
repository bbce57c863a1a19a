import type { Storming } from '../components/alerts/storm-banner.tsx'
import type { AlertRow, Source, Storm, Traffic } from '../lib/alerts/contract.ts'
import { listQuery } from '../lib/alerts/list-query.ts'
import type { Api } from '../lib/api.ts'
import type { Choice, Page, Team } from '../lib/contract.ts'
import { orNothing } from '../lib/or-nothing.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

export type SourceTraffic = { source: Source; traffic?: Traffic }

export type AlertsData = {
  query: URLSearchParams
  page: Page<AlertRow>
  sources: Source[]
  services: Choice[]
  teams: Team[]
  storms: Storming[]
}

/** Every source with what came from it lately. */
export async function trafficOfAll({
  sources,
  sourceTraffic,
}: Api): Promise<{ all: SourceTraffic[]; now: Date }> {
  const { body, now } = await sources()
  const all = body.items.map(async (source) => ({
    source,
    ...(!source.retired && { traffic: (await orNothing(sourceTraffic(source.id)))?.body }),
  }))
  return { all: await Promise.all(all), now }
}

/** What fires now, or ended lately, with whatever storms beside it. */
export async function loadAlerts(
  visit: Visit,
  asked: Record<string, string | string[] | undefined>,
): Promise<{ ui: Ui; data: AlertsData }> {
  const { api } = visit
  const query = listQuery(asked)
  const withLimit = new URLSearchParams({ ...Object.fromEntries(query), limit: '50' })
  const [person, alerts, services, teams, { body: sources }, storms] = await Promise.all([
    knownPerson(visit),
    api.alerts(withLimit),
    api.services(),
    api.teams(),
    api.sources(),
    api.storms().then(({ body }) => Promise.all(body.items.map((storm) => storming(api, storm)))),
  ])
  return {
    ui: visit.uiFor(person, alerts.now),
    data: {
      ...{ query, page: alerts.body, sources: sources.items },
      storms: storms.map((one) => ({ ...one, name: nameIn(sources.items, one.id) })),
      services: services.body.items,
      teams: teams.body.items,
    },
  }
}

const nameIn = (sources: readonly Source[], sourceId: string): string =>
  sources.find(({ id }) => id === sourceId)?.name ?? sourceId

/** A storm with how much of it fires: asked only while there is one. */
async function storming(
  api: Api,
  { sourceId, ...storm }: Storm & { sourceId: string },
): Promise<Omit<Storming, 'name'>> {
  const found = await orNothing(api.alerts(new URLSearchParams({ source: sourceId, limit: '100' })))
  return {
    ...{ id: sourceId, storm },
    firing: found?.body.items.length ?? 0,
    hasMore: found?.body.nextCursor !== undefined,
  }
}
