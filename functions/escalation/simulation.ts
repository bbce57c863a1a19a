import * as z from 'zod/mini'
import { priorities } from '../incidents/priority.ts'
import { Channel } from '../preferences/preferences.ts'
import { Text } from '../runtime/text.ts'
import { Policy } from './policy.ts'

const Moment = z.pipe(
  z.iso.datetime(),
  z.transform((at) => new Date(at).toISOString()),
)

/** An incident of this priority is reported at an instant, in a team's queue, and perhaps acknowledged later. */
export const Case = z.object({
  priority: z.enum(priorities),
  at: Moment,
  teamId: z.optional(z.string()),
  acknowledgedAt: z.optional(Moment),
})
export type Case = z.infer<typeof Case>

/** A policy as somebody writes it, before it has an id. */
export const Draft = z.extend(Case, {
  policy: z.extend(Policy, { id: z._default(z.string(), 'pol_draft') }),
})

const Told = z.object({
  id: z.string(),
  name: z.string(),
  why: Text,
  ways: z.array(
    z.object({
      channel: Channel,
      at: z.string(),
      because: z.enum(['rule', 'default', 'forced', 'fallback', 'quiet_hours']),
    }),
  ),
})

const Played = z.object({
  at: z.string(),
  step: z.number(),
  round: z.number(),
  kind: z.enum(['step', 'skipped', 'exhausted']),
  /** Why a step is due, or why it is passed over. */
  cause: z.optional(z.string()),
  people: z.array(Told),
})
export type Played = z.infer<typeof Played>

/** Who would be told what, when, by which channel and why. */
export const Simulation = z.object({
  items: z.array(Played),
  /** When the paging goes on after the acknowledgement, if nobody touches the incident. */
  resumesAt: z.optional(z.string()),
  /** The other policy that is taken for such an incident: this one would not run. */
  takenInstead: z.optional(z.object({ id: z.string(), name: z.string() })),
})
export type Simulation = z.infer<typeof Simulation>
