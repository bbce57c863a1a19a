import { lineOf } from '../catalog/tree.ts'
import type { NewEvent } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { involves, ownedBy } from '../incidents/representation.ts'
import { permits } from '../people/access.ts'
import type { Person } from '../people/person.ts'
import { type Team, teamsWith } from '../people/team.ts'
import type { Trigger } from '../preferences/trigger.ts'
import { occasionsOf } from './occasion.ts'

/** Something that happened to an incident, which is taken as it stands at this moment. */
export type Happened = {
  event: Pick<NewEvent, 'type' | 'text' | 'after' | 'by' | 'visibility'>
  incident: Incident
}
export type Around = {
  teams: readonly Pick<Team, 'id' | 'members' | 'leadIds'>[]
  categories: readonly { id: string; parentId?: string }[]
}
type Reader = Pick<Person, 'id' | 'roles'>

/**
 * Whether it is this person's to know: they may read the incident, and what is internal only as somebody who works
 * with it. Nobody is told of what they did themselves.
 */
export function mayKnow({ event, incident }: Happened, { id, roles }: Reader): boolean {
  if (event.by.id === id) return false
  if (!permits(roles, 'incident.read', { own: involves(incident, id) })) return false
  return event.visibility === 'public' || permits(roles, 'incident.read_internal', { own: false })
}

/** Whether this sets the trigger off, for somebody who may know. */
export const setsOff = (
  happened: Happened,
  trigger: Pick<Trigger, 'on' | 'where'>,
  personId: string,
  around: Around,
): boolean =>
  isMeant(happened, trigger, around) &&
  (trigger.where.mine === undefined ||
    concerns(happened.incident, trigger.where.mine, personId, around.teams))

/** Whether it is what the trigger asks for, whoever it concerns. A category covers those below it. */
export function isMeant(
  { event, incident }: Happened,
  { on, where }: Pick<Trigger, 'on' | 'where'>,
  { categories }: Pick<Around, 'categories'>,
): boolean {
  const line = lineOf(categories, incident.categoryId).map(({ id }) => id)
  return (
    occasionsOf(event).some((occasion) => on.includes(occasion)) &&
    isAmong(where.priorities, incident.priority) &&
    isAmong(where.teamIds, incident.teamId) &&
    isAmong(where.serviceIds, incident.serviceId) &&
    (where.categoryIds === undefined || where.categoryIds.some((id) => line.includes(id)))
  )
}

const isAmong = (wanted: readonly string[] | undefined, value: string | undefined): boolean =>
  wanted === undefined || (value !== undefined && wanted.includes(value))

function concerns(
  incident: Incident,
  how: NonNullable<Trigger['where']['mine']>,
  personId: string,
  teams: Around['teams'],
): boolean {
  switch (how) {
    case 'requester':
      return ownedBy(incident, personId)
    case 'assignee':
      return incident.assignee?.id === personId
    case 'team':
      return teamsWith(personId, teams).includes(incident.teamId)
    case 'watching':
      return (incident.watchers ?? []).some(({ id }) => id === personId)
  }
}

/** Everybody whom an incident concerns in one of the ways that a filter can ask for; each once. */
export function concernedBy(incident: Incident, { teams }: Pick<Around, 'teams'>): string[] {
  const team = teams.find(({ id }) => id === incident.teamId)
  return [
    ...new Set([
      incident.requester.id,
      ...(incident.reportedBy ? [incident.reportedBy.id] : []),
      ...(incident.assignee ? [incident.assignee.id] : []),
      ...(incident.watchers ?? []).map(({ id }) => id),
      ...(team?.leadIds ?? []),
      ...(team?.members ?? []).map(({ id }) => id),
    ]),
  ]
}
