import { type Role, roles } from '../runtime/roles.ts'

/** `own`: what the person reported or is named in; `all`: everything in the organisation that runs the product. */
type Scope = 'own' | 'all'
type Grants = { readonly [role in Role]?: Scope }

const everyone = { requester: 'all' } as const satisfies Grants
const readers = {
  requester: 'own',
  agent: 'all',
  lead: 'all',
  incident_manager: 'all',
  auditor: 'all',
  administrator: 'all',
} as const satisfies Grants
const workers = {
  agent: 'all',
  lead: 'all',
  incident_manager: 'all',
  administrator: 'all',
} as const satisfies Grants
const staff = { ...workers, auditor: 'all' } as const satisfies Grants

/**
 * Who may do what: the one table that every operation and every list asks. What is not here is denied.
 * Every signed-in person is a requester beside the roles they hold.
 */
export const policy = {
  'incident.report': everyone,
  'incident.report_for_others': workers,
  'incident.list_own': everyone,
  'incident.list_work': staff,
  'incident.read': readers,
  'incident.read_internal': staff,
  'incident.comment': { ...workers, requester: 'own' },
  'incident.comment_internally': workers,
  'incident.edit': workers,
  'incident.move': { ...workers, requester: 'own' },
  'incident.work': workers,
  'incident.acknowledge': workers,
  'incident.escalate': workers,
  'incident.link': workers,
  'incident.watch': workers,
  'incident.me_too': everyone,
  'incident.mute': everyone,
  'incident.publish_known': workers,
  'incident.override_priority': { lead: 'all', incident_manager: 'all', administrator: 'all' },
  'incident.bulk': workers,
  'incident.see_presence': staff,
  'routing.try': staff,
  'triage.read': staff,
  'triage.train': { administrator: 'all' },
  'settings.edit': { administrator: 'all' },
  'set_up.read': staff,
  'notification.read': staff,
  'announcement.read': everyone,
  'announcement.read_for_agents': staff,
  'announcement.publish': { incident_manager: 'all', administrator: 'all' },
  'announcement.read_deliveries': { incident_manager: 'all', administrator: 'all', auditor: 'all' },
  'person.read_self': everyone,
  'person.edit_self': everyone,
  'preferences.edit_self': everyone,
  'person.list': staff,
  'trigger.edit_self': everyone,
  'catalog.read': everyone,
  'team.read': everyone,
  'escalation_policy.read': staff,
  'schedule.read': staff,
  'schedule.override': workers,
  'schedule.swap': workers,
  'alert.read': staff,
  'alert.end': workers,
  'silence.edit': workers,
  'maintenance.edit': workers,
  'heartbeat.read': staff,
  'source.read': staff,
  'settings.read': { administrator: 'all', auditor: 'all' },
} as const satisfies Record<string, Grants>

export type Action = keyof typeof policy

/**
 * Whether someone with these roles may do this.
 * @param own true when the thing in question is the person's own; lists and creations have no thing yet and pass true.
 */
export function permits(held: readonly Role[], action: Action, relation: { own: boolean }): boolean {
  const grants: Grants = policy[action]
  return [...held, 'requester' as const].some((role) => {
    const scope = grants[role]
    return scope === 'all' || (scope === 'own' && relation.own)
  })
}

/** The roles that may do this at all, for the contract that the API serves. */
export const rolesFor = (action: Action): Role[] => {
  const grants: Grants = policy[action]
  return roles.filter((role) => grants[role] !== undefined || grants.requester === 'all')
}
