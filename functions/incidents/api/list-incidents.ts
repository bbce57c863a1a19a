import * as z from 'zod/mini'
import { teamsWith } from '../../people/team.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { PageQuery } from '../../runtime/page.ts'
import { forbidden, Refusal } from '../../runtime/refusal.ts'
import type { Services } from '../../runtime/services.ts'
import { IncidentPage } from '../answers.ts'
import { states } from '../lifecycle.ts'
import type { IncidentLists } from '../lists.ts'
import { priorities } from '../priority.ts'

const Query = z.extend(PageQuery, {
  view: z.optional(z.enum(['queue', 'mine', 'unassigned', 'team', 'all'])),
  team: z.optional(z.string().check(z.maxLength(64))),
  state: z.optional(z.enum(states)),
  priority: z.optional(z.enum(priorities)),
})
type Query = z.infer<typeof Query>
type Teams = readonly string[]

/** Which teams a list is about; undefined when it is about all that there are. */
const teamsOf = ({ view, team }: Query, memberOf: Teams): Teams | undefined => {
  if (team) return [team]
  return view === 'all' || memberOf.length === 0 ? undefined : memberOf
}
const ids = (teams: readonly { id: string }[] = []): Teams => teams.map(({ id }) => id)
const isOfTeams = ({ view }: Query) => view !== undefined && view !== 'mine'

function listFor(
  lists: IncidentLists,
  query: Query,
  { callerId, teams }: { callerId: string; teams: Teams },
) {
  if (!query.view) return lists.ofRequester(callerId, query, query)
  if (query.view === 'mine') return lists.ofAssignee(callerId, query, query)
  const [only] = teams
  if (query.view === 'team' && only && teams.length === 1) return lists.ofTeam(only, query, query)
  return lists.ofTeams(teams, query.view === 'unassigned' ? 'unassigned' : 'all', query, query)
}

/** Reads beside the rights, for the teams that the caller had the last time. */
async function loadAhead({ incidentLists, people, settings }: Services, callerId: string, query: Query) {
  const known = people.lastRead(callerId)
  const own = known && teamsOf(query, teamsWith(callerId, settings.lastRead()?.teams))
  const teams = isOfTeams(query) ? (own ?? (known && ids(settings.lastRead()?.teams))) : []
  const [page, current] = await Promise.all([
    teams && listFor(incidentLists, query, { callerId, teams }).catch(unlessRefused),
    isOfTeams(query) && known && !own ? settings.current() : undefined,
  ])
  return { page, teams, every: current && ids(current.teams) }
}

/** What the list refuses is said after the rights. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}

export const listIncidents = operation({
  method: 'GET',
  path: '/incidents',
  summary: 'List my incidents, or the work of a team',
  action: 'incident.list_own',
  query: Query,
  answers: { status: 200, description: 'A page of incidents', schema: IncidentPage },
  load: async (_params, services, { callerId, query }) => ({
    ahead: query && (await loadAhead(services, callerId, query)),
  }),
  async perform({ caller, query, subject: { ahead } }, { incidentLists, settings }) {
    if (query.view && !caller.may('incident.list_work')) throw forbidden()
    const own = isOfTeams(query) ? teamsOf(query, caller.teams) : []
    const teams = own ?? ahead?.every ?? ids((await settings.current()).teams)
    if (ahead?.page && String(ahead.teams) === String(teams)) return ok(ahead.page)
    return ok(await listFor(incidentLists, query, { callerId: caller.id, teams }))
  },
})
