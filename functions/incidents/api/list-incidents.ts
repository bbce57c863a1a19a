import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { PageQuery } from '../../runtime/page.ts'
import { forbidden } from '../../runtime/refusal.ts'
import { IncidentPage } from '../answers.ts'
import { states } from '../lifecycle.ts'
import { priorities } from '../priority.ts'

const Query = z.extend(PageQuery, {
  view: z.optional(z.enum(['queue', 'mine', 'unassigned', 'team', 'all'])),
  team: z.optional(z.string()),
  state: z.optional(z.enum(states)),
  priority: z.optional(z.enum(priorities)),
})

export const listIncidents = operation({
  method: 'GET',
  path: '/incidents',
  summary: 'List my incidents, or the work of a team',
  action: 'incident.list_own',
  query: Query,
  answers: { status: 200, description: 'A page of incidents', schema: IncidentPage },
  async perform({ caller, query }, { incidentLists, settings }) {
    const { view, team } = query
    if (!view) return ok(await incidentLists.ofRequester(caller.id, query, query))
    if (!caller.may('incident.list_work')) throw forbidden()
    if (view === 'mine') return ok(await incidentLists.ofAssignee(caller.id, query, query))
    if (view === 'team' && team) return ok(await incidentLists.ofTeam(team, query, query))

    const teams = view === 'all' || caller.teams.length === 0 ? await everyTeam(settings) : caller.teams
    const which = view === 'unassigned' ? 'unassigned' : 'all'
    return ok(await incidentLists.ofTeams(team ? [team] : teams, which, query, query))
  },
})

const everyTeam = async (settings: { current(): Promise<{ teams: readonly { id: string }[] }> }) =>
  (await settings.current()).teams.map(({ id }) => id)
