import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import type { Person } from '../person.ts'

/** Those who can be given work. */
const workingRoles = ['agent', 'lead', 'incident_manager', 'administrator'] as const

const Query = z.object({ team: z.optional(z.string()) })

async function everybody(pages: AsyncIterable<Person[]>): Promise<Person[]> {
  const found: Person[] = []
  for await (const page of pages) found.push(...page)
  return found
}

export const listPeople = operation({
  method: 'GET',
  path: '/people',
  summary: 'List the people of a team, or everybody who works here',
  action: 'person.list',
  query: Query,
  answers: {
    status: 200,
    description: 'People with their teams',
    schema: z.object({
      items: z.array(z.object({ id: z.string(), name: z.string(), teams: z.array(z.string()) })),
    }),
  },
  async load(_params, { settings, people }, { query }) {
    const [current, staff] = await Promise.all([
      settings.current(),
      // Whoever asks for a team asks for its members.
      query?.team ? [] : Promise.all(workingRoles.map((role) => everybody(people.withRole(role)))),
    ])
    return { teams: current.teams, staff: staff.flat() }
  },
  async perform({ subject: { teams, staff }, query }) {
    const wanted = teams.filter(({ id }) => !query.team || id === query.team)
    const members = new Map(
      [...wanted.flatMap((team) => team.members), ...staff].map(({ id, name }) => [id, name] as const),
    )
    const items = [...members].map(([id, name]) => ({
      id,
      name,
      teams: teams.filter((team) => team.members.some((member) => member.id === id)).map((team) => team.id),
    }))
    return ok({ items })
  },
})
