import { isOpen, type State } from '../incidents/lifecycle.ts'
import type { IncidentRow } from '../incidents/representation.ts'

/** What a row is kept for beside its words. */
export type Filter = {
  state?: State | 'open'
  priority?: string
  teams?: readonly string[]
  serviceId?: string
  categoryId?: string
  /** null is nobody. */
  assigneeId?: string | null
  requesterId?: string
}

/** A row, and whose it is. */
export type Row = IncidentRow & { requesterId: string }
type Facts = Pick<
  Row,
  'state' | 'priority' | 'teamId' | 'serviceId' | 'categoryId' | 'assigneeId' | 'requesterId'
>

/** What a row can be filtered on, as terms that stand beside its words; no word begins with a `=`. */
export const termsOf = (row: Facts): string[] => [
  ...(isOpen(row.state) ? ['=open'] : []),
  `=state:${row.state}`,
  `=priority:${row.priority}`,
  `=team:${row.teamId}`,
  `=service:${row.serviceId}`,
  `=category:${row.categoryId}`,
  `=assignee:${row.assigneeId ?? null}`,
  `=requester:${row.requesterId}`,
]

/** The terms of which a row has one of each group when it fits. */
export function termGroups(filter: Filter): string[][] {
  const { state, priority, teams, serviceId, categoryId, assigneeId, requesterId } = filter
  const one = (name: string, value: string | null | undefined) =>
    value === undefined ? [] : [[`=${name}:${value}`]]
  return [
    ...(state === 'open' ? [['=open']] : one('state', state)),
    ...one('priority', priority),
    ...(teams ? [teams.map((team) => `=team:${team}`)] : []),
    ...one('service', serviceId),
    ...one('category', categoryId),
    ...one('assignee', assigneeId),
    ...one('requester', requesterId),
  ]
}

/** Whether a row, as it is now, fits. */
export function fits(row: Facts, filter: Filter): boolean {
  const terms = termsOf(row)
  return termGroups(filter).every((group) => group.some((term) => terms.includes(term)))
}
