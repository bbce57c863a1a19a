import { acknowledge } from '../incidents/acknowledge.ts'
import { type Actor, type Change, type NewEvent, nextDue, withTimer } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Person } from '../people/person.ts'
import { planFor } from '../preferences/plan.ts'
import type { NotificationDefaults, Preferences } from '../preferences/preferences.ts'
import { followIncident as followLevel, type LevelSettings, wakeLevel } from '../routing/level.ts'
import type { Instant } from '../runtime/instant.ts'
import { followIncident } from './escalation.ts'
import { StepSent, StepSkipped, type Whom } from './events.ts'
import type { Policy } from './policy.ts'
import { reasonFor } from './reason.ts'
import type { Case, Played, Simulation } from './simulation.ts'
import { escalationOf } from './slice.ts'
import { type WakeSettings, wakeEscalation } from './wake.ts'

/** What happens by itself in a simulation, without the ways in which people are told of it. */
type Happening = Omit<Played, 'people'> & { whom: Whom[] }
type Play = { happenings: Happening[]; resumesAt?: Instant }

/** More than any policy has steps in all its rounds, with what is passed over. */
const mostWakes = 250

/**
 * Plays a policy as it would run for an incident that is reported at an instant: with the rules that run it in earnest,
 * and a clock that goes from one due instant to the next. After an acknowledgement somebody is taken to be at work.
 */
export function play(
  policy: Policy,
  { acknowledgedAt, ...asked }: Case,
  settings: WakeSettings & LevelSettings,
): Play {
  const escalationPolicies = [{ ...policy, priorities: [asked.priority] }]
  const followed = (change: Change, now: Instant): Incident =>
    followIncident(followLevel(change, { now, settings }), { now, settings: { escalationPolicies } }).after
  const happenings: Happening[] = []
  let incident = followed({ after: invented(asked), events: [] }, asked.at)
  let resumesAt: Instant | undefined
  for (let wake = 0; wake < mostWakes; wake++) {
    const due = nextDue(incident)
    if (acknowledgedAt && !incident.acknowledgedAt && (!due || acknowledgedAt <= due.dueAt)) {
      const how = { by: somebody, channel: 'portal', now: acknowledgedAt } as const
      incident = followed(acknowledge(incident, how, { paging: true }), acknowledgedAt)
      continue
    }
    if (!due) break
    if (due.kind === 'resume' && escalationOf(incident)?.status === 'acknowledged') {
      resumesAt = due.dueAt
      incident = withTimer(incident, 'resume', undefined)
      continue
    }
    const wake = due.kind === 'level' ? wakeLevel : wakeEscalation
    const change = wake(incident, due.dueAt, settings)
    if (!change) break
    happenings.push(...change.events.filter(isPaging).map(happeningOf))
    incident = followed(change, due.dueAt)
  }
  return { happenings, ...(resumesAt && { resumesAt }) }
}

/** The level timer moves the incident meanwhile, which may change who leads its team. */
const isPaging = ({ type }: NewEvent): boolean =>
  type !== 'escalation.level' && type.startsWith('escalation.')

const somebody: Actor = { kind: 'person', id: '-', name: '-', as: 'worker' }

const invented = ({ priority, at, teamId = '' }: Case): Incident => ({
  id: 'INC-000000',
  title: '-',
  ...{ impact: 'high', urgency: 'high', priority, state: 'new' },
  requester: { id: '', name: '', locale: 'en' },
  teamId,
  ...{ createdAt: at, updatedAt: at },
  ...{ reopenCount: 0, version: 1, generation: 0, timers: {}, slices: {} },
  ...{ publicChain: { seq: 0, hash: '' }, internalChain: { seq: 0, hash: '' } },
})

function happeningOf({ type, at, after }: NewEvent): Happening {
  if (type === 'escalation.exhausted')
    return { at, step: Number(after?.of), round: Number(after?.round), kind: 'exhausted', whom: [] }
  if (type === 'escalation.step') {
    const { step, round, why, whom } = StepSent.parse(after)
    return { at, step, round, kind: 'step', cause: why, whom }
  }
  const { step, round, cause } = StepSkipped.parse(after)
  return { at, step, round, kind: 'skipped', cause, whom: [] }
}

type Reached = {
  people: readonly Pick<Person, 'id' | 'name' | 'zone'>[]
  preferences: ReadonlyMap<string, Preferences>
  defaults: NotificationDefaults
}

/** A play with the ways in which everybody is told, and why. Who is not known here is reached in no way. */
export function toldOf(
  { happenings, resumesAt }: Play,
  { priority, of }: Pick<Case, 'priority'> & { of: number },
  { people, preferences, defaults }: Reached,
): Simulation {
  const items = happenings.map(({ whom, ...happening }): Played => {
    const told = whom.map((one) => {
      const person = people.find(({ id }) => id === one.id)
      const known = preferences.get(one.id)
      const ways =
        person && known
          ? planFor({ preferences: known, defaults, priority, zone: person.zone, at: happening.at })
          : []
      return { id: one.id, name: person?.name ?? one.name, why: reasonFor(one, { ...happening, of }), ways }
    })
    return { ...happening, people: told }
  })
  return { items, ...(resumesAt && { resumesAt }) }
}
