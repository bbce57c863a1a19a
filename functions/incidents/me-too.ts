import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import type { Incident, Person } from './incident.ts'
import { numberPattern } from './incident.ts'
import { isOpen, stageOf, stages, states } from './lifecycle.ts'

/**
 * Somebody whom an incident of someone else affects too: who joined a known problem, or (`via`) whose own report
 * was merged into it. `title` is what they know it by.
 */
export type Affected = { person: Person; title: string; since: Instant; via?: string }

export const AffectedAnswer = z.object({
  id: z.string().check(z.regex(numberPattern)),
  title: z.string(),
  state: z.enum(states),
  stage: z.enum(stages),
  serviceId: z.optional(z.string()),
  createdAt: z.iso.datetime(),
  resolvedAt: z.optional(z.iso.datetime()),
  closedAt: z.optional(z.iso.datetime()),
  meToo: z.optional(z.boolean()),
})

/**
 * What somebody sees of an incident that is another's and affects them too. Nothing of who reported it, of what was
 * written, and nothing by which entries could be counted: no version, no time of the last change.
 */
export const representAffected = (incident: Incident, title: string): z.infer<typeof AffectedAnswer> => ({
  id: incident.id,
  title,
  state: incident.state,
  stage: stageOf(incident.state),
  serviceId: incident.serviceId,
  createdAt: incident.createdAt,
  ...('resolvedAt' in incident && { resolvedAt: incident.resolvedAt }),
  ...('closedAt' in incident && { closedAt: incident.closedAt }),
  meToo: true,
})

type Known = { title: string; at: Instant }

/** The public face of an incident that is a known problem, while it is one. */
export const knownOf = ({ slices, state }: Incident): Known | undefined =>
  isOpen(state) ? (slices.known as Known | undefined) : undefined
