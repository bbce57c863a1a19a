import type { Texts } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Example } from './bayes.ts'
import { featuresOf, keptWords } from './features.ts'
import { type Kind, kinds, type Labels } from './kind.ts'
import { triageOf } from './slice.ts'

/** What was suggested for an incident, to be compared with what it turned out to be. */
export type Suggested = { value: string; confidence: number; by: 'rule' | 'classifier'; applied?: true }

/** An incident that somebody resolved: its words without their order, what it was, and what triage had said. */
export type Confirmed = {
  id: string
  version: number
  at: Instant
  words: string[]
  serviceId?: string
  labels: Labels
  suggested?: { [kind in Kind]?: Suggested }
  /** Triage looked at it when it was reported, even if it had nothing to say. */
  looked?: boolean
}

/** Confirmed as long as it is resolved or closed; reopened, canceled and open ones teach nothing (any more). */
export function confirmedFrom(
  incident: Incident,
  { description }: Pick<Texts, 'description'>,
): Confirmed | undefined {
  if (incident.state !== 'resolved' && incident.state !== 'closed') return undefined
  const { id, version, title, serviceId, categoryId, teamId, impact, urgency } = incident
  const slice = triageOf(incident)
  return {
    id,
    version,
    at: incident.resolvedAt,
    words: keptWords({ title, description }),
    serviceId,
    labels: { ...(categoryId !== undefined && { categoryId }), teamId, impact, urgency },
    ...(slice && {
      suggested: Object.fromEntries(
        slice.fields.map(({ name, value, confidence, by, applied }) => [
          name,
          { value, confidence, by, ...(applied && { applied }) },
        ]),
      ),
    }),
  }
}

export const learned = ({
  words,
  serviceId,
  labels,
}: Pick<Confirmed, 'words' | 'serviceId' | 'labels'>): Example => ({
  features: featuresOf(words, serviceId),
  labels,
})

/** In the order of their numbers, in which examples are learned. */
export const inOrder = (examples: readonly Confirmed[]): Confirmed[] =>
  [...examples].sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1))

export const hasLabels = ({ labels }: Confirmed): boolean => kinds.some((kind) => labels[kind] !== undefined)
