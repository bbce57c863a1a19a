import * as z from 'zod/mini'
import { Category, Service } from '../catalog/catalog.ts'
import { Policy } from '../escalation/policy.ts'
import { Team } from '../people/team.ts'
import { Component } from '../status/component.ts'

/** What an organisation has set up. Each part is one item, so that a change of one does not touch the others. */
export const Settings = z.object({
  organisationName: z.string(),
  defaultTeamId: z.string(),
  services: z.array(Service),
  categories: z.array(Category),
  teams: z.array(Team),
  components: z.array(Component),
  escalationPolicies: z.array(Policy),
})
export type Settings = z.infer<typeof Settings>
