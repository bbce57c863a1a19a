import type { Override as StoredOverride } from '../../../functions/oncall/override.ts'
import type { Named } from '../contract.ts'

export type Span = { from: string; to: string }
export type Shift = Span & { person: Named; layerId?: string; overrideId?: string }
export type Override = StoredOverride
export type ScheduleName = { id: string; name: string; zone: string; teamId?: string }

/** What two things at once look wrong, and for whom. */
export type Conflict = Span & {
  kind: 'overlapping_overrides' | 'double_booked' | 'not_staff'
  person: Named
  scheduleId?: string
}

export type Swap = Span & {
  id: string
  scheduleId: string
  by: Named
  with: Named
  return?: Span
  status: 'proposed' | 'accepted' | 'declined' | 'withdrawn' | 'expired'
  createdAt: string
  reason?: string
}

/** Who is on call in a stretch of time, with all that bears on it. */
export type Shifts = {
  schedule: ScheduleName
  shifts: Shift[]
  gaps: Span[]
  conflicts: Conflict[]
  overrides: Override[]
  swaps: Swap[]
}

/** `gap` is one that is open now, or the next within two weeks. */
export type Duty = { schedule: ScheduleName; now?: Shift; next?: Shift; gap?: Span }

export type Fairness = {
  person: Named
  hours: number
  nightHours: number
  weekendHours: number
  shifts: number
}

export type Feed = { id: string; only: 'all' | 'mine'; createdAt: string; url?: string }
