import type { Item } from '../runtime/table.ts'
import { nextDue } from './change.ts'
import type { Incident } from './incident.ts'
import { isOpen, stageOf } from './lifecycle.ts'
import type { IncidentRow } from './representation.ts'

/** The due index is spread over this many partitions; the sweeper asks each. */
export const dueShards = 4

export const headKey = (id: string) => ({ pk: id, sk: '!head' })

export const listKeys = {
  requester: (personId: string) => `R#${personId}`,
  team: (teamId: string) => `T#${teamId}`,
  assignee: (personId: string) => `A#${personId}`,
  unassigned: (teamId: string) => `U#${teamId}`,
  due: (shard: number) => `D#${shard}`,
}

const dueShardOf = (id: string) => Number(id.slice(-3)) % dueShards

/** The head as it is stored: the incident, and the keys under which its sparse indexes find it. */
export function headItem(incident: Incident): Item {
  const due = nextDue(incident)
  const open = isOpen(incident.state)
  const assigneeId = incident.assignee?.id
  return {
    ...headKey(incident.id),
    ...incident,
    requesterName: incident.requester.name,
    requesterKey: listKeys.requester(incident.requester.id),
    assigneeId,
    ...(open && {
      teamKey: listKeys.team(incident.teamId),
      assigneeKey: assigneeId ? listKeys.assignee(assigneeId) : listKeys.unassigned(incident.teamId),
      workOrder: `${incident.priority}#${incident.createdAt}`,
    }),
    ...(due && { dueKey: listKeys.due(dueShardOf(incident.id)), nextDueAt: due.dueAt, dueKind: due.kind }),
  }
}

/** The incident in a stored head. */
export function incidentFrom(item: Item): Incident {
  const {
    pk,
    sk,
    requesterName,
    requesterKey,
    assigneeId,
    teamKey,
    assigneeKey,
    workOrder,
    dueKey,
    nextDueAt,
    dueKind,
    ...incident
  } = item
  return incident as unknown as Incident
}

/** A row of an index, as lists show it. */
export const rowFrom = (item: Item): IncidentRow => {
  const row = item as unknown as IncidentRow
  const { id, title, state, holdReason, priority, requesterName, teamId, assigneeId } = row
  const { createdAt, updatedAt, acknowledgedAt } = row
  return {
    id,
    title,
    state,
    stage: stageOf(state),
    holdReason,
    priority,
    requesterName,
    teamId,
    assigneeId,
    createdAt,
    updatedAt,
    acknowledgedAt,
  }
}
