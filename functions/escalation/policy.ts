import * as z from 'zod/mini'
import { priorities } from '../incidents/priority.ts'
import { Weekday } from '../runtime/wall-time.ts'
import { Zone } from '../runtime/zone.ts'

/** Whom a step reaches: the members of a team, one person, who is on call, or who leads the incident's team. */
export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('team'), id: z.string() }),
  z.object({ kind: z.literal('person'), id: z.string() }),
  z.object({
    kind: z.literal('schedule'),
    id: z.string(),
    which: z._default(z.enum(['now', 'next']), 'now'),
  }),
  z.object({ kind: z.literal('manager') }),
])
export type Target = z.infer<typeof Target>

/** When a step speaks at all, by the moment at which it is due; otherwise it is passed over. */
const Condition = z.object({
  /** Inside or outside the hours of a calendar. */
  calendar: z.optional(z.object({ id: z.string(), is: z.enum(['open', 'closed']) })),
  /** On some days of a zone's week. */
  weekdays: z.optional(z.object({ zone: Zone, days: z.array(Weekday).check(z.minLength(1)) })),
})
export type Condition = z.infer<typeof Condition>

/**
 * A step pages its targets when the delay after the step before has passed and the incident is not acknowledged
 * or, where the step says so, not resolved.
 */
export const Step = z.object({
  delayMinutes: z.number().check(z.int(), z.minimum(0), z.maximum(24 * 60)),
  targets: z.array(Target).check(z.minLength(1), z.maxLength(10)),
  unless: z._default(z.enum(['acknowledged', 'resolved']), 'acknowledged'),
  when: z.optional(Condition),
})
export type Step = z.infer<typeof Step>

export const Policy = z.object({
  id: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  priorities: z.array(z.enum(priorities)),
  steps: z.array(Step).check(z.minLength(1), z.maxLength(20)),
  /** How often all steps come again after the last one. */
  repeats: z._default(z.number().check(z.int(), z.minimum(0), z.maximum(9)), 0),
})
export type Policy = z.infer<typeof Policy>

/**
 * The policy that is taken in place of this one, among the others as they stand: of several for a priority, the first
 * counts. A new one goes to the end.
 */
export function takenInstead(
  policies: readonly Policy[],
  policy: Policy,
  priority: string,
): Policy | undefined {
  const isThere = policies.some(({ id }) => id === policy.id)
  const all = isThere ? policies.map((one) => (one.id === policy.id ? policy : one)) : [...policies, policy]
  const taken = policyFor(all, priority)
  return taken === policy ? undefined : taken
}

/** The first policy that is for this priority. */
export const policyFor = (policies: readonly Policy[], priority: string): Policy | undefined =>
  policies.find((policy) => policy.priorities.some((covered) => covered === priority))
