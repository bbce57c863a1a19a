import * as z from 'zod/mini'
import { priorities } from '../incidents/priority.ts'
import { Matchers } from './matcher.ts'
import { severities } from './occurrence.ts'

const Labels = z.array(z.string().check(z.minLength(1), z.maxLength(128))).check(z.maxLength(10))
const Seconds = z.number().check(z.int(), z.minimum(0), z.maximum(3600))

/** What is done with the alerts that a rule or a source catches; what it leaves open the next answers. */
export const Treatment = z.object({
  serviceId: z.optional(z.string()),
  /** Enters this team; without it the routing rules of incidents decide by the service. */
  teamId: z.optional(z.string()),
  /** Which priority each severity makes. */
  priorities: z.optional(z.partialRecord(z.enum(severities), z.enum(priorities))),
  /** Alerts that have these labels (or `@source`, `@severity`, `@title`) alike are one group. */
  groupBy: z.optional(Labels),
  /** How long after its incident ended a group still counts as the same. */
  windowMinutes: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(1440))),
  /** How long a new group waits for the rest before it opens an incident. */
  waitSeconds: z.optional(Seconds),
  /** What ends within so many seconds opens none. */
  transientSeconds: z.optional(Seconds),
  /** So many changes within so many minutes are flapping. */
  flapping: z.optional(
    z.object({
      changes: z.number().check(z.int(), z.minimum(2), z.maximum(20)),
      minutes: z.number().check(z.int(), z.minimum(1), z.maximum(240)),
    }),
  ),
  /** Whether anything is opened at all; what is only logged is still found. */
  opens: z.optional(z.enum(['incident', 'nothing'])),
})
export type Treatment = z.infer<typeof Treatment>

const Common = {
  id: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
}

/** Says what is done with an alert. Rules are asked in their order; the first that matches counts. */
const RouteRule = z.object({
  ...Common,
  kind: z.literal('route'),
  when: Matchers,
  treatment: Treatment,
})
export type RouteRule = z.infer<typeof RouteRule>

/** While an alert that is a cause fires, its symptoms are held: those that have the `equal` labels alike. */
const InhibitRule = z.object({
  ...Common,
  kind: z.literal('inhibit'),
  cause: Matchers.check(z.minLength(1)),
  symptom: Matchers.check(z.minLength(1)),
  equal: z._default(Labels, []),
})
export type InhibitRule = z.infer<typeof InhibitRule>

const Unnamed = { id: z.optional(z.string().check(z.maxLength(64))) }
/** A rule that is tried before it is there. */
export const AlertRuleDraft = z.discriminatedUnion('kind', [
  z.extend(RouteRule, Unnamed),
  z.extend(InhibitRule, Unnamed),
])
export type AlertRuleDraft = z.infer<typeof AlertRuleDraft>

export const AlertRule = z.discriminatedUnion('kind', [RouteRule, InhibitRule])
export type AlertRule = z.infer<typeof AlertRule>
