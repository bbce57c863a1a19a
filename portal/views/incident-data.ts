import type { Api } from '../lib/api.ts'
import type * as Contract from '../lib/contract.ts'
import { isStaff } from '../lib/doors.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

export type IncidentData = {
  incident: Contract.Incident
  etag: string
  entries: Contract.Entry[]
  earlier?: string
  services: Contract.Choice[]
  categories: Contract.Choice[]
  teams: Contract.Team[]
  notifications: Contract.Notification[]
  key: string
}

/** Everything on an incident's page, in one round of calls. Notifications are for those who work on it. */
export async function loadIncident(
  visit: Visit,
  number: string,
  cursor?: string,
): Promise<{ ui: Ui; data: IncidentData }> {
  const { api } = visit
  const [person, incident, timeline, services, categories, teams, notifications] = await Promise.all([
    knownPerson(visit),
    api.incident(number),
    api.timeline(number, new URLSearchParams(cursor ? { cursor } : {})),
    api.services(),
    api.categories(),
    api.teams(),
    notificationsOf(api, number),
  ])
  return {
    ui: visit.uiFor(person, incident.now),
    data: {
      incident: incident.body,
      etag: incident.etag ?? '',
      entries: timeline.body.items,
      earlier: timeline.body.nextCursor,
      services: services.body.items,
      categories: categories.body.items,
      teams: teams.body.items,
      notifications: isStaff(person) ? notifications : [],
      key: crypto.randomUUID(),
    },
  }
}

/** A requester is refused these, and does without. */
const notificationsOf = (api: Api, number: string): Promise<Contract.Notification[]> =>
  api.notifications(number).then(
    ({ body }) => body.items,
    () => [],
  )

/** The words that came with the resolution: they are the text of the entry that resolved it. */
export const resolutionNotes = (entries: readonly Contract.Entry[]): string | undefined =>
  entries.findLast(({ after }) => after?.state === 'resolved')?.text
