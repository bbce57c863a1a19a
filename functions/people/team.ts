import * as z from 'zod/mini'

const levels = ['L1', 'L2', 'L3'] as const

export const Team = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(levels),
  members: z.array(z.object({ id: z.string(), name: z.string() })),
  leadIds: z._default(z.array(z.string()), []),
})
export type Team = z.infer<typeof Team>
