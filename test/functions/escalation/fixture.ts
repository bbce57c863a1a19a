import { followIncident } from '../../../functions/escalation/escalation.ts'
import type { Policy, Step, Target } from '../../../functions/escalation/policy.ts'
import { type WakeSettings, wakeEscalation } from '../../../functions/escalation/wake.ts'
import type { Change } from '../../../functions/incidents/change.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import type { Schedule } from '../../../functions/oncall/schedule.ts'
import type { LevelSettings } from '../../../functions/routing/level.ts'
import { incidentIn } from '../incidents/fixture.ts'

/** An instant of the day of the tests, a Monday, in UTC: `09:05` or `09:05:30`. */
export const at = (time: string) => `2026-11-23T${time.padEnd(8, ':00')}.000Z`

const team = (id: string, level: 'L1' | 'L2' | 'L3', members: string[], leadIds: string[] = []) => ({
  id,
  name: id,
  level,
  members: members.map((member) => ({ id: member, name: member })),
  leadIds,
  skills: [],
  onDemand: false,
})

/** From Monday to Friday Chen is on call by day, and nobody at night. */
const schedule: Schedule = {
  id: 'sch',
  name: 'Database',
  zone: 'UTC',
  teamId: 'l3',
  layers: [
    {
      id: 'main',
      name: 'Main',
      people: [{ id: 'chen', name: 'Chen Wei' }],
      rotation: { every: 1, unit: 'weeks' },
      startsOn: '2026-11-02',
      handoverAt: '00:00',
      restrictions: [{ weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '20:00' }],
    },
  ],
}

const office = {
  id: 'cal',
  name: 'Office',
  zone: 'UTC',
  roundTheClock: false,
  hours: { mon: [{ from: '09:00', to: '17:00' }] },
  holidays: [],
}

export const settings: WakeSettings & LevelSettings = {
  levelTimers: { L1: {}, L2: {} },
  defaultTeamId: 'l1',
  teams: [
    team('l1', 'L1', ['ana', 'eva']),
    team('l2', 'L2', ['ben'], ['dana']),
    team('l3', 'L3', ['chen']),
    team('nobody', 'L3', []),
  ],
  schedules: [schedule],
  calendars: [office],
  overrides: [],
}

export const step = (delayMinutes: number, targets: Target[], more: Partial<Step> = {}): Step => ({
  delayMinutes,
  targets,
  unless: 'acknowledged',
  ...more,
})
export const teamStep = (delayMinutes: number, id: string, more: Partial<Step> = {}) =>
  step(delayMinutes, [{ kind: 'team', id }], more)

export const policyOf = (steps: Step[], repeats = 0): Policy => ({
  id: 'pol',
  name: 'Policy',
  priorities: ['P1'],
  steps,
  repeats,
})

/** What followers and wakes make of incidents under a policy, with the set-up as the test has it. */
export function paged(policy: Policy, more: Partial<WakeSettings> = {}) {
  const inForce = { ...settings, ...more, escalationPolicies: [policy] }
  const followed = (change: Change, now: string): Incident =>
    followIncident(change, { now, settings: inForce }).after
  return {
    followed,
    reported: (now: string, incident: Partial<Incident> = {}): Incident =>
      followed({ after: incidentIn('new', { teamId: 'l2', ...incident }), events: [] }, now),
    /** Wakes again and again at one instant until nothing is due, as the wake task does. */
    wokenAt(incident: Incident, now: string) {
      const events: Change['events'] = []
      let current = incident
      for (let change = wakeEscalation(current, now, inForce); change; ) {
        events.push(...change.events)
        current = followed(change, now)
        change = wakeEscalation(current, now, inForce)
      }
      return { incident: current, events }
    },
  }
}
