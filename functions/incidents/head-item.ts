import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { dueKeys } from '../runtime/due-keys.ts'
import type { Item } from '../runtime/table.ts'
import { nextDue } from './change.ts'
import { headDictionary } from './head-dictionary.ts'
import type { Incident } from './incident.ts'
import { isOpen, stageOf } from './lifecycle.ts'
import type { IncidentRow } from './representation.ts'

const packing = { dictionary: headDictionary }

export const headKey = (id: string) => ({ pk: id, sk: '!head' })

export const listKeys = {
  requester: (personId: string) => `R#${personId}`,
  team: (teamId: string) => `T#${teamId}`,
  assignee: (personId: string) => `A#${personId}`,
  unassigned: (teamId: string) => `U#${teamId}`,
  following: (personId: string) => `F#${personId}`,
  known: 'K#known',
}

/**
 * The head as it is stored: what indexes and conditions read, and the rest packed,
 * because a write is charged for every started KB of the whole item.
 */
export function headItem(incident: Incident): Item {
  const { id, title, state, priority, teamId, createdAt, updatedAt, acknowledgedAt, ...others } = incident
  const { version, generation, serviceId, categoryId, row, ...rest } = others
  const due = nextDue(incident)
  const assigneeId = incident.assignee?.id
  return {
    ...headKey(id),
    ...{ id, title, state, priority, teamId, createdAt, updatedAt, acknowledgedAt, version, generation },
    holdReason: incident.state === 'on_hold' ? incident.holdReason : undefined,
    ...{ serviceId, categoryId, completeness: row?.completeness },
    clock: row?.clock && clockText(row.clock),
    requesterName: incident.requester.name,
    requesterKey: listKeys.requester(incident.requester.id),
    assigneeId,
    ...(isOpen(state) && {
      teamKey: listKeys.team(teamId),
      assigneeKey: assigneeId ? listKeys.assignee(assigneeId) : listKeys.unassigned(teamId),
      // Nothing else tells one row from another: two may come in the same millisecond.
      workOrder: `${priority}#${createdAt}#${id}`,
    }),
    ...(due && dueKeys(id, due)),
    rest: deflateRawSync(JSON.stringify(rest), packing),
  }
}

/** In as few bytes as a row of an index can spare: `resolution at_risk 2026-03-01T09:00:00.000Z`. */
const clockText = ({ name, state, dueAt = '' }: Clock) => `${name} ${state} ${dueAt}`.trim()

type Clock = NonNullable<IncidentRow['clock']>

function clockFrom(text: unknown): Clock | undefined {
  const [name, state, dueAt] = typeof text === 'string' ? text.split(' ') : []
  return name && state ? { name, state, ...(dueAt && { dueAt }) } : undefined
}

/** What a head item has outside its packed rest, only where it is set. */
const plain = ['acknowledgedAt', 'serviceId', 'categoryId'] as const

/** The incident in a stored head. */
export function incidentFrom(item: Item): Incident {
  const { id, title, state, priority, teamId, createdAt, updatedAt, version, generation } = item
  const { completeness } = item
  const rest = JSON.parse(inflateRawSync(item.rest as Uint8Array, packing).toString())
  const clock = clockFrom(item.clock)
  const row = { ...(clock && { clock }), ...(completeness !== undefined && { completeness }) }
  return {
    ...{ id, title, state, priority, teamId, createdAt, updatedAt, version, generation, ...rest },
    ...Object.fromEntries(plain.filter((name) => item[name] !== undefined).map((name) => [name, item[name]])),
    ...(Object.keys(row).length > 0 && { row }),
  }
}

/** A row of an index, as lists show it. */
export const rowFrom = (item: Item): IncidentRow => {
  const row = item as unknown as IncidentRow
  const { id, title, state, holdReason, priority, requesterName, teamId, assigneeId } = row
  const { createdAt, updatedAt, acknowledgedAt, serviceId, categoryId, completeness } = row
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
    serviceId,
    categoryId,
    clock: clockFrom(item.clock),
    completeness,
  }
}
