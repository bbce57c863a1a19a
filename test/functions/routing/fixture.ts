import * as z from 'zod/mini'
import { Team } from '../../../functions/people/team.ts'
import { RoutingRule } from '../../../functions/routing/rule.ts'

const team = (id: string, level: Team['level'], more: Partial<Team> = {}) =>
  z.parse(Team, { id, name: id, level, members: [], ...more })

const members = (...ids: string[]) => ids.map((id) => ({ id, name: id }))

export const teams: Team[] = [
  team('team_service_desk', 'L1', { members: members('ana', 'eva'), escalatesTo: 'network' }),
  team('desk_south', 'L1', { escalatesTo: 'experts' }),
  team('network', 'L2', { members: members('ben'), escalatesTo: 'database' }),
  team('database', 'L3', { members: members('chen') }),
  team('experts', 'L3', { members: members('ivo', 'uma'), onDemand: true }),
]

export const rule = (
  id: string,
  teamId: string,
  when: Partial<Record<keyof RoutingRule['when'], string[]>> = {},
) => z.parse(RoutingRule, { id, name: `Rule ${id}`, teamId, when })

export const ways = {
  defaultTeamId: 'team_service_desk',
  teams,
  services: [
    { id: 'vpn', name: { en: 'VPN', de: 'VPN' }, teamId: 'desk_south' },
    { id: 'door', name: { en: 'Doors', de: 'Türen' } },
    { id: 'lost', name: { en: 'Lost', de: 'Verloren' }, teamId: 'dissolved' },
  ],
  categories: [{ id: 'hardware' }, { id: 'printer', parentId: 'hardware' }, { id: 'ring', parentId: 'ring' }],
  routingRules: [] as RoutingRule[],
}
