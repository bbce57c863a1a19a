import type { AlertRow, Source } from '../lib/alerts/contract.ts'
import type { Api } from '../lib/api.ts'
import type * as Contract from '../lib/contract.ts'
import type { DeskIncident, Present, SimilarRow } from '../lib/desk-contract.ts'
import { isStaff } from '../lib/doors.ts'
import type { Told, WhyTold } from '../lib/notify-contract.ts'
import { orNothing } from '../lib/or-nothing.ts'
import { Problem } from '../lib/problem.ts'
import { namedIn } from '../lib/set-up/context.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

export type IncidentData = {
  incident: DeskIncident
  etag: string
  entries: Contract.Entry[]
  earlier?: string
  services: Contract.Choice[]
  categories: Contract.Category[]
  teams: Contract.Team[]
  /** Everybody who works here. */
  people: Contract.Named[]
  notifications: Told[]
  similar: SimilarRow[]
  /** The alerts that it groups, those that fire first, and whether there are more of them. */
  alerts: Contract.Page<AlertRow>
  sources: Source[]
  /** Whether the reader hears nothing of it. */
  isMuted: boolean
  /** Why somebody was told of it or not, where that was asked. */
  why?: WhyTold
  /** Who else looks at it now. */
  present: Present[]
  key: string
}

/**
 * Everything on an incident's page, in one round of calls. What is for those who work on it is asked for at once, too:
 * a requester is refused it, and does without.
 */
export async function loadIncident(
  visit: Visit,
  number: string,
  { cursor, why: whyOf }: { cursor?: string; why?: string } = {},
): Promise<{ ui: Ui; data: IncidentData }> {
  const { api } = visit
  const [[person, incident, timeline], [services, categories, teams], beside] = await Promise.all([
    Promise.all([knownPerson(visit), api.incident(number), timelineOf(api, number, cursor)]),
    Promise.all([api.services(), api.categories(), api.teams()]),
    Promise.all([
      orNothing(api.notifications(number)),
      orNothing(api.similar(number)),
      orNothing(api.present(number)),
      orNothing(api.myNotifications()),
      whyOf ? orNothing(api.whyTold(number, whyOf)) : undefined,
      orNothing(api.things('people')),
      alertsOf(api, number),
    ]),
  ])
  const [notifications, similar, present, mine, why, people, grouped] = beside
  const works = isStaff(person)
  return {
    ui: visit.uiFor(person, incident.now),
    data: {
      incident: incident.body as DeskIncident,
      etag: incident.etag ?? '',
      entries: timeline?.body.items ?? [],
      earlier: timeline?.body.nextCursor,
      services: services.body.items,
      categories: categories.body.items,
      teams: teams.body.items,
      people: works ? namedIn(people?.body.items ?? []) : [],
      notifications: works ? (notifications?.body.items ?? []) : [],
      similar: works ? (similar?.body.items ?? []) : [],
      ...(works ? grouped : noAlerts),
      isMuted: mine?.body.muted.some(({ id }) => id === incident.body.id) ?? false,
      why: why?.body,
      present: works ? (present?.body.items ?? []) : [],
      key: crypto.randomUUID(),
    },
  }
}

const noAlerts = { alerts: { items: [] }, sources: [] }

/** Most incidents have no alerts: only for those that do it is asked where they come from. */
async function alertsOf(api: Api, number: string): Promise<Pick<IncidentData, 'alerts' | 'sources'>> {
  const alerts = await orNothing(api.incidentAlerts(number, new URLSearchParams()))
  if (!alerts || alerts.body.items.length === 0) return noAlerts
  const sources = await orNothing(api.sources())
  return { alerts: alerts.body, sources: sources?.body.items ?? [] }
}

/** Whom it affects too may not read what was written in it; a place in it that is lost is another matter. */
const timelineOf = (api: Api, number: string, cursor: string | undefined) =>
  cursor
    ? api.timeline(number, new URLSearchParams({ cursor }))
    : api.timeline(number, new URLSearchParams()).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 404) return undefined
        throw error
      })

/** The words that came with the resolution: they are the text of the entry that resolved it. */
export const resolutionNotes = (entries: readonly Contract.Entry[]): string | undefined =>
  entries.findLast(({ after }) => after?.state === 'resolved')?.text
