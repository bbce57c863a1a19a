import type { LinkKind as Kind, Link as WholeLink } from '../../functions/incidents/link.ts'
import type { Degree, Incident, IncidentRow, LocalName, Named, State } from './contract.ts'

type ClockName = 'response' | 'resolution'
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

export const linkKinds = [
  'parent',
  'child',
  'duplicate',
  'duplicated_by',
  'related',
  'follows',
  'followed_by',
] as const satisfies readonly Kind[]
type Link = Pick<WholeLink, 'kind' | 'incidentId'> & { title?: string; state?: State }

export type Triage = {
  categoryId?: string
  teamId?: string
  priority?: string
  impact?: Degree
  urgency?: Degree
  confidence?: number
  words?: { word: string; weight?: number }[]
  by?: 'rule' | 'classifier'
  status?: TriageStatus
  /** Each value apart, with what became of it. */
  fields?: { name: string; value: string; status?: TriageStatus }[]
}
type TriageStatus = 'recommended' | 'applied' | 'accepted' | 'rejected'

type Completeness = { percent: number; missing: { id: string; label: LocalName }[] }
export type Present = Named & { at: string; typing?: boolean }
export type SimilarRow = IncidentRow & {
  score?: number
  words?: string[]
  resolution?: { code: string; text: string }
}

/** What other parts of the product say of an incident beside its record; each may be absent. */
type Beside = {
  clocks: readonly SlaClock[]
  completeness?: Completeness
  triage?: Triage
  links?: Link[]
  watchers?: Named[]
  priorityOverride?: { at: string; by: Named; reason?: string }
  /** What everybody reads of it, while it is a known problem. */
  known?: { title: string; at: string }
  /** How many others it affects. */
  affected?: number
  bounces?: number
  closesAt?: string
  followsId?: string
}
export type DeskIncident = Omit<Incident, keyof Beside> & Beside

export type QueueRow = IncidentRow & { unread?: boolean; words?: string[] }

export type BulkJob = {
  jobId: string
  startsAt: string
  state: 'waiting' | 'running' | 'done' | 'undone'
  total: number
  done: number
  failed?: { id: string; title?: string; detail?: string }[]
  change?: Record<string, unknown>
}

export type SavedView = { id: string; name: string; query: string }
