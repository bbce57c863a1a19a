import type { AlertNames } from '../components/alerts/alert-rows.tsx'
import type { Alert, AlertRow, Silence } from '../lib/alerts/contract.ts'
import { alertNames } from '../lib/alerts/names.ts'
import type { Page } from '../lib/contract.ts'
import { orNothing } from '../lib/or-nothing.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

/** How many alerts a silence holds now, as far as they were counted. */
type Holding = { count: number; hasMore: boolean }

export type SilencesData = {
  live: Silence[]
  ended: Silence[]
  holding: Map<string, Holding>
  /** The alert that the form is about. */
  alert?: Alert
  names: AlertNames
}

const counted = 25

/** Silences with what each holds, and the alert that one is to be made for. */
export async function loadSilences(
  visit: Visit,
  alertId: string | undefined,
): Promise<{ ui: Ui; data: SilencesData }> {
  const { api } = visit
  const [person, { live, now, holding }, ended, alert, known] = await Promise.all([
    knownPerson(visit),
    api.silences('active').then(async ({ body, now }) => ({
      ...{ live: body.items, now },
      holding: new Map(
        await Promise.all(
          body.items
            .filter(({ state }) => state === 'active')
            .slice(0, counted)
            .map(async ({ id }) => [id, holdingIn((await orNothing(api.heldBySilence(id)))?.body)] as const),
        ),
      ),
    })),
    api.silences('ended'),
    alertId ? orNothing(api.alert(alertId)) : undefined,
    Promise.all([orNothing(api.sources()), api.services(), api.teams()]),
  ])
  const ui = visit.uiFor(person, now)
  return {
    ui,
    data: {
      ...{ live, holding },
      ended: ended.body.items,
      alert: alert?.body,
      names: namesFrom(ui, known),
    },
  }
}

const holdingIn = (page: Page<AlertRow> | undefined): Holding => ({
  count: page?.items.length ?? 0,
  hasMore: page?.nextCursor !== undefined,
})

type Known = [
  Awaited<ReturnType<Visit['api']['sources']>> | undefined,
  Awaited<ReturnType<Visit['api']['services']>>,
  Awaited<ReturnType<Visit['api']['teams']>>,
]

const namesFrom = (ui: Ui, [sources, services, teams]: Known): AlertNames =>
  alertNames(ui, {
    sources: sources?.body.items ?? [],
    services: services.body.items,
    teams: teams.body.items,
  })

export type SilenceData = { silence: Silence; etag: string; held: Page<AlertRow>; names: AlertNames }

/** One silence with what it holds now. */
export async function loadSilence(visit: Visit, id: string): Promise<{ ui: Ui; data: SilenceData }> {
  const { api } = visit
  const [person, silence, held, known] = await Promise.all([
    knownPerson(visit),
    api.silence(id),
    orNothing(api.heldBySilence(id)),
    Promise.all([orNothing(api.sources()), api.services(), api.teams()]),
  ])
  const ui = visit.uiFor(person, silence.now)
  return {
    ui,
    data: {
      silence: silence.body,
      etag: silence.etag ?? '',
      held: held?.body ?? { items: [] },
      names: namesFrom(ui, known),
    },
  }
}
