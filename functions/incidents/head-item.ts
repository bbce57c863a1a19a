import { deflateRawSync, inflateRawSync } from 'node:zlib'
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

/**
 * The head as it is stored: what indexes and conditions read, and the rest packed,
 * because a write is charged for every started KB of the whole item.
 */
export function headItem(incident: Incident): Item {
  const { id, title, state, priority, teamId, createdAt, updatedAt, acknowledgedAt, ...others } = incident
  const { version, generation, ...rest } = others
  const due = nextDue(incident)
  const assigneeId = incident.assignee?.id
  return {
    ...headKey(id),
    ...{ id, title, state, priority, teamId, createdAt, updatedAt, acknowledgedAt, version, generation },
    holdReason: incident.state === 'on_hold' ? incident.holdReason : undefined,
    requesterName: incident.requester.name,
    requesterKey: listKeys.requester(incident.requester.id),
    assigneeId,
    ...(isOpen(state) && {
      teamKey: listKeys.team(teamId),
      assigneeKey: assigneeId ? listKeys.assignee(assigneeId) : listKeys.unassigned(teamId),
      workOrder: `${priority}#${createdAt}`,
    }),
    ...(due && { dueKey: listKeys.due(dueShardOf(id)), nextDueAt: due.dueAt, dueKind: due.kind }),
    rest: deflateRawSync(JSON.stringify(rest)),
  }
}

/** The incident in a stored head. */
export function incidentFrom(item: Item): Incident {
  const { id, title, state, priority, teamId, createdAt, updatedAt, acknowledgedAt, version, generation } =
    item
  const rest = JSON.parse(inflateRawSync(item.rest as Uint8Array).toString())
  const head = { id, title, state, priority, teamId, createdAt, updatedAt, version, generation, ...rest }
  return acknowledgedAt === undefined ? head : { ...head, acknowledgedAt }
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
