import * as z from 'zod/mini'
import { degrees } from '../incidents/priority.ts'

export const triageModes = ['auto', 'recommend', 'monitor', 'off'] as const

/** Words, a service or a sender that decide without a classifier. */
export const TriageRule = z.object({
  id: z.string(),
  name: z.string(),
  when: z.object({
    /** One of these words or phrases in title or description, in any case. */
    words: z._default(z.array(z.string()), []),
    serviceIds: z._default(z.array(z.string()), []),
    /** A mail address, or the end of one: `@example.com`. */
    senders: z._default(z.array(z.string()), []),
  }),
  suggest: z.object({
    categoryId: z.optional(z.string()),
    teamId: z.optional(z.string()),
    impact: z.optional(z.enum(degrees)),
    urgency: z.optional(z.enum(degrees)),
  }),
})
export type TriageRule = z.infer<typeof TriageRule>

export const TriageSettings = z.object({
  mode: z._default(z.enum(triageModes), 'recommend'),
  /** What the classifier is less sure of is only recommended, also in mode `auto`. */
  autoConfidence: z._default(z.number().check(z.minimum(0.5), z.maximum(1)), 0.8),
  rules: z._default(z.array(TriageRule).check(z.maxLength(200)), []),
})
export type TriageSettings = z.infer<typeof TriageSettings>
