import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Field, Suggestion } from './suggest.ts'
import type { TriageSettings } from './triage-settings.ts'

/** A suggestion as the incident remembers it: what stood there when it was made, and whether triage put it there. */
export type Remembered = Field & { was?: string; applied?: true }
export type TriageSlice = {
  at: Instant
  mode: TriageSettings['mode']
  ruleId?: string
  fields: Remembered[]
}

export const fieldStatuses = ['recommended', 'applied', 'accepted', 'rejected'] as const
export type FieldStatus = (typeof fieldStatuses)[number]

export const triageOf = (incident: Incident) => incident.slices.triage as TriageSlice | undefined

/** Words of the first field, and of those after it: the head of an incident stays small. */
const mostWords = { first: 5, later: 2 }

export function sliceOf(
  incident: Incident,
  { fields, ruleId }: Suggestion,
  { at, mode }: Pick<TriageSlice, 'at' | 'mode'>,
): TriageSlice {
  return {
    at,
    mode,
    ...(ruleId !== undefined && { ruleId }),
    fields: fields.map((field, place) => {
      const was = incident[field.name]
      const words = field.words.slice(0, place === 0 ? mostWords.first : mostWords.later)
      return { ...field, words, ...(was !== undefined && { was }) }
    }),
  }
}

/** What became of a suggested value, by comparing it with how the incident stands: nobody has to press a button. */
export function statusOf(incident: Incident, { name, value, was, applied }: Remembered): FieldStatus {
  const is = incident[name]
  if (is === value) return applied ? 'applied' : 'accepted'
  return is === was && !applied && isOpen(incident.state) ? 'recommended' : 'rejected'
}

/** What became of the whole: something is left to decide, or what was decided most of all. */
export const statusOfAll = (statuses: readonly FieldStatus[]): FieldStatus =>
  fieldStatuses.find((status) => statuses.includes(status)) ?? 'rejected'
