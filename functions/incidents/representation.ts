import type { Action, Caller } from '../runtime/caller.ts'
import type { Texts, Viewed } from './change.ts'
import { isOver } from './follow-up.ts'
import type { Incident } from './incident.ts'
import { isOpen, type Side, type Stage, type State, stageOf } from './lifecycle.ts'
import { legalMoves, type MoveMatrix } from './move-matrix.ts'
import type { Entry } from './timeline.ts'

export type Rating = { rating: number; comment?: string; at: string }

/** What a list shows of an incident. */
export type IncidentRow = {
  id: string
  title: string
  state: State
  stage: Stage
  holdReason?: string
  priority: string
  requesterName: string
  teamId: string
  assigneeId?: string
  createdAt: string
  updatedAt: string
  acknowledgedAt?: string
  serviceId?: string
  categoryId?: string
  clock?: { name: string; dueAt?: string; state: string }
  completeness?: number
}

const offered = {
  acknowledge: 'incident.acknowledge',
  take: 'incident.work',
  comment: 'incident.comment',
  comment_internally: 'incident.comment_internally',
  edit: 'incident.edit',
  move: 'incident.move',
  escalate: 'incident.escalate',
  override_priority: 'incident.override_priority',
} as const satisfies Record<string, Action>

export const ownedBy = (incident: Incident, personId: string): boolean =>
  incident.requester.id === personId || incident.reportedBy?.id === personId

/** Whether somebody may read its public side: whoever it belongs to, and whoever was asked to watch it. */
export const involves = (incident: Incident, personId: string): boolean =>
  ownedBy(incident, personId) || (incident.watchers ?? []).some(({ id }) => id === personId)

export const movesFor = (incident: Incident, caller: Caller, matrix: MoveMatrix): readonly State[] =>
  legalMoves(incident.state, { held: caller.roles, own: ownedBy(incident, caller.id) }, matrix)

export const sideOf = (incident: Incident, caller: Caller): Side => {
  if (caller.may('incident.work', { own: false })) return 'worker'
  return ownedBy(incident, caller.id) ? 'requester' : 'onlooker'
}

export const seesInternal = (caller: Caller): boolean => caller.may('incident.read_internal', { own: false })

/** Which version the reader sees: a requester's counts public entries only, so that notes cannot be counted. */
const versionFor = (incident: Incident, caller: Caller): number =>
  seesInternal(caller) ? incident.version : incident.publicChain.seq

export const etagFor = (incident: Incident, caller: Caller): string =>
  `"${seesInternal(caller) ? 'v' : 'p'}${versionFor(incident, caller)}"`

/** An incident as this reader may see it. */
export function represent(
  incident: Incident,
  caller: Caller,
  {
    matrix,
    texts,
    rating,
    views: { mayAgain = [], ...views },
  }: { matrix: MoveMatrix; texts: Texts; rating?: Rating; views: Viewed },
) {
  const own = ownedBy(incident, caller.id)
  const internal = seesInternal(caller)
  const open = isOpen(incident.state)
  const legal = movesFor(incident, caller, matrix)
  const may = Object.entries(offered)
    .filter(([, action]) => caller.may(action, { own }))
    .map(([name]) => name)
    .filter(
      (name) => open || (incident.state === 'resolved' && (name === 'move' || name.startsWith('comment'))),
    )
    .filter((name) => name !== 'acknowledge' || !incident.acknowledgedAt || mayAgain.includes(name))
  if (isOver(incident.state) && sideOf(incident, caller) === 'requester') may.push('follow_up')
  return {
    id: incident.id,
    title: incident.title,
    description: texts.description,
    state: incident.state,
    stage: stageOf(incident.state),
    priority: incident.priority,
    impact: incident.impact,
    urgency: incident.urgency,
    ...(incident.state === 'on_hold' && { holdReason: incident.holdReason, holdUntil: incident.holdUntil }),
    ...('resolution' in incident && { resolution: incident.resolution, resolvedAt: incident.resolvedAt }),
    ...('closedAt' in incident && { closedAt: incident.closedAt }),
    ...(incident.state === 'canceled' && { cancelReason: incident.cancelReason }),
    requester: { id: incident.requester.id, name: incident.requester.name },
    reportedBy: incident.reportedBy,
    serviceId: incident.serviceId,
    categoryId: incident.categoryId,
    fields: texts.fields,
    teamId: incident.teamId,
    assigneeId: incident.assignee?.id,
    assigneeName: incident.assignee?.name,
    acknowledgedAt: incident.acknowledgedAt,
    acknowledgedBy: incident.acknowledgedBy,
    createdAt: incident.createdAt,
    updatedAt: incident.updatedAt,
    reopenCount: incident.reopenCount,
    version: versionFor(incident, caller),
    reopened: incident.reopened,
    followsId: incident.followsId,
    legalMoves: may.includes('move') ? legal : [],
    may,
    clocks: [],
    rating,
    ...(internal && {
      timers: incident.timers,
      watchers: incident.watchers ?? [],
      priorityOverride: incident.priorityOverride,
      ...incident.slices,
    }),
    ...views,
  }
}
export type IncidentRepresentation = ReturnType<typeof represent>

/** An entry as the API shows it; chains stay apart, so `seq` counts within the entry's visibility. */
export const representEntry = ({ digest, ...entry }: Entry) => entry
