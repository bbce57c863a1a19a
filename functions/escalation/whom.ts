import { nextOnCall, onCallAt } from '../oncall/duty.ts'
import type { Override } from '../oncall/override.ts'
import type { Schedule } from '../oncall/schedule.ts'
import type { Team } from '../people/team.ts'
import type { Instant } from '../runtime/instant.ts'
import type { NamedTarget, Whom } from './events.ts'
import type { Target } from './policy.ts'

type PagedTeam = Pick<Team, 'id' | 'name' | 'level' | 'members' | 'leadIds'>

/** Where people stand when a step is due: teams and schedules as they are then, and who stands in for whom. */
export type Staff = {
  teams: readonly PagedTeam[]
  schedules: readonly Schedule[]
  overrides: readonly Override[]
}
type Person = { id: string; name: string }

/** Everybody whom targets reach at an instant, each once, as the first target that names them. */
export function whomOf(
  targets: readonly Target[],
  { teamId, at }: { teamId: string; at: Instant },
  staff: Staff,
): Whom[] {
  const reached = targets.flatMap((target) => {
    const as = named(target, teamId, staff)
    return peopleOf(target, { teamId, at }, staff).map(({ id, name }): Whom => ({ id, name, as }))
  })
  return reached.filter(({ id }, place) => reached.findIndex((one) => one.id === id) === place)
}

function peopleOf(target: Target, { teamId, at }: { teamId: string; at: Instant }, staff: Staff): Person[] {
  const { teams, schedules, overrides } = staff
  if (target.kind === 'person') return [personNamed(target.id, staff)]
  if (target.kind === 'team') return teams.find(({ id }) => id === target.id)?.members ?? []
  if (target.kind === 'manager') {
    const leads = teams.find(({ id }) => id === teamId)?.leadIds ?? []
    return leads.map((id) => personNamed(id, staff))
  }
  const schedule = schedules.find(({ id }) => id === target.id)
  const duty = target.which === 'next' ? nextOnCall : onCallAt
  const shift = schedule && duty(schedule, overrides, at)
  return shift ? [shift.person] : []
}

/** The set-up knows people by their teams and schedules; a name is as good as any of them has it. */
function personNamed(id: string, { teams, schedules }: Pick<Staff, 'teams' | 'schedules'>): Person {
  const known = [
    ...teams.flatMap(({ members }) => members),
    ...schedules.flatMap(({ layers }) => layers.flatMap(({ people }) => people)),
  ]
  return { id, name: known.find((person) => person.id === id)?.name ?? id }
}

/** A target with its name, and the level of the team that it is or belongs to. */
export function named(
  target: Target,
  teamId: string,
  staff: Pick<Staff, 'teams' | 'schedules'>,
): NamedTarget {
  const teamOf = (id: string | undefined) => staff.teams.find((team) => team.id === id)
  const level = (id: string | undefined) => {
    const team = teamOf(id)
    return team && { level: team.level }
  }
  if (target.kind === 'person') return { ...target, name: personNamed(target.id, staff).name }
  if (target.kind === 'schedule') {
    const schedule = staff.schedules.find(({ id }) => id === target.id)
    return { ...target, name: schedule?.name ?? target.id, ...level(schedule?.teamId) }
  }
  const id = target.kind === 'team' ? target.id : teamId
  return { ...target, name: teamOf(id)?.name ?? id, ...level(id) }
}
