import type { Degree, Incident, IncidentRow, LocalName, Named, State } from './contract.ts'

export type ClockName = 'response' | 'resolution'
export type ClockState = 'on_track' | 'at_risk' | 'breached' | 'met' | 'paused'

/** One deadline of an incident. */
export type SlaClock = {
  name: ClockName
  state: ClockState
  dueAt?: string
  startedAt?: string
  metAt?: string
  breachedAt?: string
}

export type SegmentKind = 'counted' | 'paused' | 'out_of_hours' | 'holiday'
export type Segment = {
  from: string
  to: string
  countedSeconds: number
  why: SegmentKind
  /** The name of a holiday, the reason of a pause. */
  detail?: string
}

/** A deadline with the ledger behind it. */
export type ExplainedClock = SlaClock & {
  startedAt: string
  targetMinutes: number
  calendar: { id: string; name: LocalName; zone: string }
  policy: { id: string; name: LocalName }
  segments: Segment[]
}

export type LinkKind = 'child' | 'duplicate' | 'related' | 'parent' | 'original' | 'follows' | 'followed'
export type Link = { kind: LinkKind; incidentId: string; title?: string; state?: State }

export type Triage = {
  categoryId?: string
  teamId?: string
  priority?: string
  impact?: Degree
  urgency?: Degree
  confidence?: number
  words?: { word: string; weight?: number }[]
  by?: 'rule' | 'classifier'
  status?: 'recommended' | 'applied' | 'accepted' | 'rejected'
}

export type Completeness = { percent: number; missing: { id: string; label: LocalName }[] }
export type Present = Named & { at: string }
export type SimilarRow = IncidentRow & { score?: number; words?: string[] }

/** What other parts of the product say of an incident beside its record; each may be absent. */
export type Beside = {
  clocks: readonly SlaClock[]
  completeness?: Completeness
  triage?: Triage
  links?: Link[]
  watchers?: Named[]
  priorityOverride?: { at: string; by: Named; reason?: string }
  known?: boolean | { since: string }
  meToo?: number
  affected?: number
  bounceCount?: number
  closesAt?: string
  context?: Record<string, unknown>
  followsId?: string
  followedBy?: string
}
export type DeskIncident = Omit<Incident, keyof Beside> & Beside

export type QueueRow = IncidentRow & { unread?: boolean; words?: string[] }

export type BulkJob = {
  jobId: string
  startsAt: string
  state: 'waiting' | 'running' | 'done' | 'undone'
  total: number
  done: number
  failed?: { id: string; why?: string }[]
  change?: Record<string, unknown>
}

export type SavedView = { id: string; name: string; query: string }
export type Colleague = Named & { teams?: string[] }
