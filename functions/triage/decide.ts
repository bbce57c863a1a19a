import type { Change, NewEvent, Texts } from '../incidents/change.ts'
import { system, unchanged } from '../incidents/change.ts'
import { edit, type Facts } from '../incidents/edit.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import type { PriorityMatrix } from '../incidents/priority.ts'
import type { Instant } from '../runtime/instant.ts'
import { type Kind, kinds } from './kind.ts'
import { type Remembered, sliceOf, type TriageSlice, triageOf } from './slice.ts'
import { labelsOf, type Suggestion } from './suggest.ts'
import type { TriageSettings } from './triage-settings.ts'

type Recorded = {
  incident: Incident
  texts: Texts
  entries: readonly Pick<NewEvent, 'by' | 'type' | 'after'>[]
}
type Circumstances = {
  triage: Pick<TriageSettings, 'mode' | 'autoConfidence'>
  matrix: PriorityMatrix
  now: Instant
}

/**
 * Remembers a suggestion with the incident, once, and in mode `auto` applies what it is sure enough of and what no
 * person has set or touched: everything that people wrote is in `entries`, which must be as new as the incident.
 */
export function decide(
  recorded: Recorded,
  suggestion: Suggestion,
  { triage, matrix, now }: Circumstances,
): Change {
  const { incident, texts } = recorded
  const isDone = triageOf(incident) !== undefined || suggestion.fields.length === 0
  if (triage.mode === 'off' || isDone || !isOpen(incident.state)) return unchanged(incident)
  const slice = sliceOf(incident, suggestion, { at: now, mode: triage.mode })
  const applied = triage.mode === 'auto' ? slice.fields.filter(mayApply(recorded, triage.autoConfidence)) : []
  const edited =
    applied.length === 0
      ? unchanged(incident)
      : edit(incident, factsOf(applied), { by: system, channel: 'system', now, matrix, texts })
  const fields = slice.fields.map((field) =>
    applied.includes(field) ? { ...field, applied: true as const } : field,
  )
  return {
    ...edited,
    after: { ...edited.after, slices: { ...edited.after.slices, triage: { ...slice, fields } } },
    events: [...edited.events.map((event) => ({ ...event, reason: 'triage' })), said(slice, applied, now)],
  }
}

/** Whether a field is triage's to set: sure enough, new, and not a person's; a team, only where it came in. */
function mayApply({ incident, entries }: Recorded, autoConfidence: number) {
  const taken = new Set(entries.flatMap(takenBy))
  return ({ name, value, was, confidence }: Remembered): boolean => {
    if (taken.has(name) || value === was || confidence < autoConfidence) return false
    if (name === 'teamId') return incident.state === 'new' && !incident.assignee
    return name === 'categoryId' || !incident.priorityOverride
  }
}

/** What a person has set; the team also when a rule has placed it, or it was moved to another level. */
function takenBy({ by, type, after = {} }: Recorded['entries'][number]): Kind[] {
  if (type === 'escalation.level' || type === 'incident.routed') return ['teamId']
  return by.kind === 'person' ? kinds.filter((kind) => after[kind] !== undefined) : []
}

/** Degrees are suggested as they were confirmed, so they are degrees. */
const factsOf = (fields: Remembered[]) => labelsOf({ fields }) as Facts

function said({ fields, ruleId }: TriageSlice, applied: readonly Remembered[], now: Instant): NewEvent {
  const isApplied = applied.length > 0
  const shown = isApplied ? applied : fields
  const rest = fields.filter((field) => !shown.includes(field))
  return {
    type: isApplied ? 'triage.applied' : 'triage.suggested',
    at: now,
    by: system,
    channel: 'system',
    visibility: 'internal',
    before: Object.fromEntries(shown.flatMap(({ name, was }) => (was === undefined ? [] : [[name, was]]))),
    after: {
      ...labelsOf({ fields: [...shown] }),
      ...(rest.length > 0 && { suggested: labelsOf({ fields: rest }) }),
      confidence: Object.fromEntries(fields.map(({ name, confidence }) => [name, confidence])),
      words: shown[0]?.words.map(({ word }) => word),
      ...(ruleId !== undefined && { ruleId }),
    },
  }
}
