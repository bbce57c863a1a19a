import { onCallAt, successorOf } from '../oncall/duty.ts'
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

type Kinds<Answer> = { [kind in Target['kind']]: (target: Extract<Target, { kind: kind }>) => Answer }

/** What is asked of each kind of target has an answer for each. */
const ofKind = <Answer>(target: Target, answers: Kinds<Answer>): Answer =>
  (answers[target.kind] as (target: Target) => Answer)(target)

const peopleOf = (target: Target, { teamId, at }: { teamId: string; at: Instant }, staff: Staff) =>
  ofKind<readonly Person[]>(target, {
    person: ({ id }) => [personNamed(id, staff)],
    team: ({ id }) => teamOf(id, staff)?.members ?? [],
    manager: () => (teamOf(teamId, staff)?.leadIds ?? []).map((id) => personNamed(id, staff)),
    schedule: ({ id, which }) => {
      const schedule = staff.schedules.find((one) => one.id === id)
      if (!schedule) return []
      const { overrides } = staff
      const person =
        which === 'next' ? successorOf(schedule, overrides, at) : onCallAt(schedule, overrides, at)?.person
      return person ? [person] : []
    },
  })

const teamOf = (id: string | undefined, { teams }: Pick<Staff, 'teams'>) =>
  teams.find((team) => team.id === id)

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
  const level = (id: string | undefined) => {
    const team = teamOf(id, staff)
    return team && { level: team.level }
  }
  const ofTeam = (id: string) => ({ name: teamOf(id, staff)?.name ?? id, ...level(id) })
  return ofKind<NamedTarget>(target, {
    person: (person) => ({ ...person, name: personNamed(person.id, staff).name }),
    team: (team) => ({ ...team, ...ofTeam(team.id) }),
    manager: (manager) => ({ ...manager, ...ofTeam(teamId) }),
    schedule: (one) => {
      const schedule = staff.schedules.find(({ id }) => id === one.id)
      return { ...one, name: schedule?.name ?? one.id, ...level(schedule?.teamId) }
    },
  })
}
