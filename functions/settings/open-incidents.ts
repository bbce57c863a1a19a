import type { Services } from '../runtime/services.ts'

/** Whether open incidents stand in a team's queue, and would stand in none without it. */
export const hasOpenIncidents = async (
  teamId: string,
  { incidentLists }: Pick<Services, 'incidentLists'>,
): Promise<boolean> => (await incidentLists.ofTeam(teamId, { limit: 1 })).items.length > 0
