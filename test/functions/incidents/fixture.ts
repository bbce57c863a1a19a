import type { Incident } from '../../../functions/incidents/incident.ts'
import { moves, type State } from '../../../functions/incidents/lifecycle.ts'
import type { Mover } from '../../../functions/incidents/move.ts'
import { defaultMoveMatrix, legalMoves } from '../../../functions/incidents/move-matrix.ts'
import { defaultPriorityMatrix } from '../../../functions/incidents/priority.ts'
import { emptyChain } from '../../../functions/incidents/timeline.ts'

export const now = '2026-11-23T09:00:00.000Z'

const common = {
  id: 'INC-000123',
  title: 'Mail does not arrive',
  impact: 'high',
  urgency: 'high',
  priority: 'P1',
  requester: { id: 'riley', name: 'Riley', locale: 'en' },
  teamId: 'team_service_desk',
  createdAt: '2026-11-23T08:00:00.000Z',
  updatedAt: '2026-11-23T08:00:00.000Z',
  reopenCount: 0,
  version: 1,
  publicChain: emptyChain('INC-000123'),
  internalChain: emptyChain('INC-000123'),
  timers: {},
  generation: 0,
  slices: {},
} as const

const resolved = { resolution: { code: 'fixed' }, resolvedAt: '2026-11-23T08:30:00.000Z' } as const

const inState = {
  new: { state: 'new' },
  in_progress: { state: 'in_progress' },
  on_hold: { state: 'on_hold', holdReason: 'awaiting_requester' },
  resolved: { state: 'resolved', ...resolved },
  closed: { state: 'closed', ...resolved, closedAt: '2026-11-23T08:40:00.000Z' },
  canceled: { state: 'canceled', cancelReason: 'no_longer_needed', closedAt: '2026-11-23T08:40:00.000Z' },
} as const

/** An incident in a state, with whatever else the test is about. */
export const incidentIn = (state: State, overrides: Partial<Incident> = {}): Incident =>
  ({ ...common, ...inState[state], ...overrides }) as Incident

export const ana = { kind: 'person', id: 'ana', name: 'Ana', as: 'worker' } as const
export const riley = { kind: 'person', id: 'riley', name: 'Riley', as: 'requester' } as const

/** An agent, as they stand before an incident in this state. */
export const workerAt = (state: State): Mover => ({
  by: ana,
  side: 'worker',
  channel: 'portal',
  now,
  legal: moves[state],
})
/** Whoever reported it. */
export const requesterAt = (state: State): Mover => ({
  by: riley,
  side: 'requester',
  channel: 'portal',
  now,
  legal: legalMoves(state, { held: [], own: true }, defaultMoveMatrix),
})
export const worker = workerAt('in_progress')
export const requester = requesterAt('in_progress')

export const editor = {
  by: ana,
  channel: 'portal',
  now,
  matrix: defaultPriorityMatrix,
  texts: { description: 'Since 8:00', fields: {} },
} as const
