import * as z from 'zod/mini'

const Name = z.object({ en: z.string(), de: z.string() })

export const Service = z.object({
  id: z.string(),
  name: Name,
  hint: z.optional(Name),
  teamId: z.optional(z.string()),
  componentId: z.optional(z.string()),
})
export type Service = z.infer<typeof Service>

export const Category = z.object({ id: z.string(), name: Name })
export type Category = z.infer<typeof Category>

/** The team that an incident about this service enters; every organisation names one for the rest. */
export const entryTeam = (
  { services, defaultTeamId }: { services: readonly Service[]; defaultTeamId: string },
  serviceId: string | undefined,
): string => services.find(({ id }) => id === serviceId)?.teamId ?? defaultTeamId
