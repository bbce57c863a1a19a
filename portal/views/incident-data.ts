import type { Api } from '../lib/api.ts'
import type * as Contract from '../lib/contract.ts'
import type { DeskIncident, Present, SimilarRow } from '../lib/desk-contract.ts'
import { isStaff } from '../lib/doors.ts'
import { orNothing } from '../lib/or-nothing.ts'
import { Problem } from '../lib/problem.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

export type IncidentData = {
  incident: DeskIncident
  etag: string
  entries: Contract.Entry[]
  earlier?: string
  services: Contract.Choice[]
  categories: Contract.Category[]
  teams: Contract.Team[]
  notifications: Contract.Notification[]
  similar: SimilarRow[]
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
  cursor?: string,
): Promise<{ ui: Ui; data: IncidentData }> {
  const { api } = visit
  const [person, incident, timeline, services, categories, teams, notifications, similar, present] =
    await Promise.all([
      knownPerson(visit),
      api.incident(number),
      timelineOf(api, number, cursor),
      api.services(),
      api.categories(),
      api.teams(),
      orNothing(api.notifications(number)),
      orNothing(api.similar(number)),
      orNothing(api.present(number)),
    ])
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
      notifications: works ? (notifications?.body.items ?? []) : [],
      similar: works ? (similar?.body.items ?? []) : [],
      present: works ? (present?.body.items ?? []) : [],
      key: crypto.randomUUID(),
    },
  }
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
