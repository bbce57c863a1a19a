import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'

const Query = z.object({ team: z.optional(z.string()) })

export const listPeople = operation({
  method: 'GET',
  path: '/people',
  summary: 'List the people of the teams, to assign work to',
  action: 'person.list',
  query: Query,
  answers: {
    status: 200,
    description: 'People with their teams',
    schema: z.object({
      items: z.array(z.object({ id: z.string(), name: z.string(), teams: z.array(z.string()) })),
    }),
  },
  load: (_params, { settings }) => settings.current(),
  async perform({ subject: { teams }, query }) {
    const wanted = teams.filter(({ id }) => !query.team || id === query.team)
    const members = new Map(wanted.flatMap((team) => team.members.map(({ id, name }) => [id, name] as const)))
    const items = [...members].map(([id, name]) => ({
      id,
      name,
      teams: teams.filter((team) => team.members.some((member) => member.id === id)).map((team) => team.id),
    }))
    return ok({ items })
  },
})
