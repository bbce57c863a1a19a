import * as z from 'zod/mini'

const levels = ['L1', 'L2', 'L3'] as const

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

/** Whether a team stands on a higher level of support than another. */
export const isHigher = (team: Pick<Team, 'level'>, than: Pick<Team, 'level'>): boolean =>
  levels.indexOf(team.level) > levels.indexOf(than.level)

/** The teams that somebody works in or leads. Teams know their people; people do not know their teams. */
export const teamsWith = (
  personId: string,
  teams: readonly Pick<Team, 'id' | 'members' | 'leadIds'>[] = [],
): string[] =>
  teams
    .filter(({ members, leadIds }) => leadIds.includes(personId) || members.some(({ id }) => id === personId))
    .map(({ id }) => id)
