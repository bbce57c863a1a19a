import type { View } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { type PriorityMatrix, priorityOf } from '../incidents/priority.ts'
import type { Decider } from './classify.ts'
import { statusOf, statusOfAll, triageOf } from './slice.ts'
import { type Field, labelsOf } from './suggest.ts'
import type { TriageSettings } from './triage-settings.ts'

export type ViewSettings = {
  triage: Pick<TriageSettings, 'mode'>
  priorityMatrix: PriorityMatrix
  services: readonly { id: string; name: { en: string } }[]
}

/** Whether suggestions are shown where people work; otherwise only the report knows them. */
export const isShown = (mode: TriageSettings['mode']): boolean => mode === 'auto' || mode === 'recommend'

/** What triage says of an incident, for those who work on it; it takes the place of what is remembered. */
export const viewTriage: View<ViewSettings> = (incident, { settings, seesInternal }) => {
  const slice = triageOf(incident)
  if (!slice) return {}
  if (!seesInternal || !isShown(settings.triage.mode)) return { triage: undefined }
  const fields = slice.fields.map(({ was, applied, ...field }) => ({
    ...described(field, settings),
    status: statusOf(incident, { was, applied, ...field }),
  }))
  return {
    triage: {
      ...summary(slice, incident, settings),
      mode: slice.mode,
      status: statusOfAll(fields.map(({ status }) => status)),
      fields,
    },
  }
}

/** A suggestion as the API says it: its values, and how sure and why of the first of them. */
export function summary(
  { fields, ruleId }: { fields: readonly Field[]; ruleId?: string },
  standing: Partial<Pick<Incident, 'impact' | 'urgency'>>,
  settings: Pick<ViewSettings, 'priorityMatrix' | 'services'>,
) {
  const [first] = fields
  const {
    impact = standing.impact,
    urgency = standing.urgency,
    ...labels
  } = labelsOf({ fields: [...fields] })
  const isRated = fields.some(({ name }) => name === 'impact' || name === 'urgency')
  return {
    ...labels,
    ...(isRated && { impact, urgency }),
    ...(isRated &&
      isDegree(impact) &&
      isDegree(urgency) && {
        priority: priorityOf(settings.priorityMatrix, impact, urgency),
      }),
    confidence: first?.confidence ?? 0,
    words: first ? described(first, settings).words : [],
    by: first?.by,
    ruleId,
  }
}

/** With the name of a service that decided in place of its id. */
export function described(field: Field, { services }: Pick<ViewSettings, 'services'>): Field {
  const named = ({ word, serviceId, weight }: Decider): Decider => {
    if (serviceId === undefined) return { word, weight }
    return { word: services.find(({ id }) => id === serviceId)?.name.en ?? word, serviceId, weight }
  }
  return { ...field, words: field.words.map(named) }
}

const isDegree = (value: string | undefined): value is Incident['impact'] =>
  value === 'high' || value === 'medium' || value === 'low'
