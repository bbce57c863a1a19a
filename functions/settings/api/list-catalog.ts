import * as z from 'zod/mini'
import { Category, Service } from '../../catalog/catalog.ts'
import { Team } from '../../people/team.ts'
import { ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'

const load = (_params: Record<string, string>, { settings }: Services) => settings.current()

export const listServices = operation({
  method: 'GET',
  path: '/services',
  summary: 'List what incidents can be about',
  action: 'catalog.read',
  answers: { status: 200, description: 'Every service', schema: z.object({ items: z.array(Service) }) },
  load,
  perform: async ({ subject }) => ok({ items: subject.services }),
})

export const listCategories = operation({
  method: 'GET',
  path: '/categories',
  summary: 'List the kinds of incidents',
  action: 'catalog.read',
  answers: { status: 200, description: 'Every category', schema: z.object({ items: z.array(Category) }) },
  load,
  perform: async ({ subject }) => ok({ items: subject.categories }),
})

export const listTeams = operation({
  method: 'GET',
  path: '/teams',
  summary: 'List the teams with their level',
  action: 'team.read',
  answers: {
    status: 200,
    description: 'Every team; its members for those who work in one',
    schema: z.object({ items: z.array(z.partial(Team)) }),
  },
  load,
  perform: async ({ subject, caller }) =>
    ok({
      items: caller.may('person.list')
        ? subject.teams
        : subject.teams.map(({ id, name, level }) => ({ id, name, level })),
    }),
})
