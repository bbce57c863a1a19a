import * as z from 'zod/mini'
import { priorities } from '../incidents/priority.ts'

export const Target = z.object({ kind: z.enum(['team', 'person']), id: z.string() })
export type Target = z.infer<typeof Target>

/** A step pages its targets when the delay after the step before has passed and nobody has acknowledged. */
export const Step = z.object({
  delayMinutes: z.number().check(z.int(), z.minimum(0), z.maximum(24 * 60)),
  targets: z.array(Target).check(z.minLength(1), z.maxLength(10)),
})
export type Step = z.infer<typeof Step>

export const Policy = z.object({
  id: z.string(),
  name: z.string(),
  priorities: z.array(z.enum(priorities)),
  steps: z.array(Step).check(z.minLength(1), z.maxLength(20)),
})
export type Policy = z.infer<typeof Policy>

/** The first policy that is for this priority. */
export const policyFor = (policies: readonly Policy[], priority: string): Policy | undefined =>
  policies.find((policy) => policy.priorities.some((covered) => covered === priority))
