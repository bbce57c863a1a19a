import type { HoldReason } from '../../functions/incidents/incident.ts'
import type { Stage, State } from '../../functions/incidents/lifecycle.ts'
import type { IncidentRow, Rating } from '../../functions/incidents/representation.ts'
import type { Role } from '../../functions/people/access.ts'
import type { Locale } from './locale.ts'

export type { HoldReason, IncidentRow, Role, Stage, State }

export type Degree = 'high' | 'medium' | 'low'
export type ResolutionCode = 'fixed' | 'workaround' | 'advised' | 'self_solved' | 'not_reproducible'
export type Named = { id: string; name: string }
export type Page<Item> = { items: Item[]; nextCursor?: string }

export type Person = {
  id: string
  name: string
  roles: Role[]
  teams: string[]
  locale: Locale
  zone: string
}

/** What people who work on incidents see of the paging; `next` is the index of the first step not yet sent. */
type Escalation = { next: number; status: 'running' | 'acknowledged' | 'ended' }

/** What `GET /incidents/{id}` answers, as far as the portal shows it. */
export type Incident = {
  id: string
  title: string
  description?: string
  state: State
  stage: Stage
  priority: string
  impact: Degree
  urgency: Degree
  holdReason?: HoldReason
  holdUntil?: string
  resolution?: { code: ResolutionCode; notes?: string }
  cancelReason?: string
  requester: Named
  serviceId?: string
  categoryId?: string
  teamId?: string
  assigneeId?: string
  assigneeName?: string
  acknowledgedAt?: string
  acknowledgedBy?: Named
  createdAt: string
  updatedAt: string
  resolvedAt?: string
  closedAt?: string
  reopenCount: number
  version: number
  legalMoves: readonly State[]
  may: readonly string[]
  rating?: Rating
  escalation?: Escalation
  timers?: Record<string, string>
}

export type Entry = {
  seq: number
  type: string
  at: string
  by: { kind: 'person' | 'system'; id?: string; name?: string }
  channel: string
  visibility: 'public' | 'internal'
  text?: string
  reason?: string
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

export type Notification = { recipient: Named; channel: string; reason: string; status: string; at: string }
export type LocalName = string | Record<Locale, string>
export type Choice = { id: string; name: LocalName }
export type Team = { id: string; name: LocalName; level?: string; members?: Named[] }

export const announcementStages = ['investigating', 'identified', 'monitoring', 'resolved'] as const
type AnnouncementStage = (typeof announcementStages)[number]
export const componentStates = [
  'operational',
  'degraded',
  'partial_outage',
  'major_outage',
  'maintenance',
] as const
export type ComponentState = (typeof componentStates)[number]
export const audiences = ['public', 'signed_in', 'agents'] as const
type Audience = (typeof audiences)[number]

export type Component = { id: string; name: LocalName; group?: LocalName; state: ComponentState }
type AnnouncementUpdate = { stage: AnnouncementStage; body: string; at: string; byName?: string }
export type Announcement = {
  id: string
  title: string
  body: string
  stage: AnnouncementStage
  audience: Audience
  components: { id: string; state: ComponentState }[]
  highPriority: boolean
  startsAt?: string
  endsAt?: string
  publishedAt: string
  updatedAt: string
  resolvedAt?: string
  /** When people were promised the next word, if they were. */
  nextUpdateBy?: string
  version: number
  updates?: AnnouncementUpdate[]
  deliveries?: Deliveries
}
type Deliveries = { total: number; sent: number; failed: number }

export type Acknowledgement = {
  incident: { id: string; title: string; priority: string; state: State; createdAt: string }
  open: boolean
  paging: boolean
  acknowledgedAt?: string
  acknowledgedBy?: Named
}

export type Survey = {
  incident: { id: string; title: string }
  rating?: number
  comment?: string
  editableUntil?: string
  expiresAt?: string
  state: 'open' | 'answered' | 'expired' | 'withdrawn'
}
