import * as z from 'zod/mini'

export const levels = ['L1', 'L2', 'L3'] as const
export type Level = (typeof levels)[number]

export const Team = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(levels),
  skills: z._default(z.array(z.string()), []),
  members: z.array(z.object({ id: z.string(), name: z.string() })),
  leadIds: z._default(z.array(z.string()), []),
  /** Where the level timer moves what stayed here too long. */
  escalatesTo: z.optional(z.string()),
  /** Experts on demand: they are asked, and no incident waits in a queue of theirs unseen. */
  onDemand: z._default(z.boolean(), false),
})
export type Team = z.infer<typeof Team>
