import { type NewEvent, system } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { elapsed, type Instant, minutes } from '../runtime/instant.ts'
import type { Why } from './events.ts'
import type { Considered } from './path.ts'
import { type Escalation, goesOn, placeOf, stepAt } from './slice.ts'
import { named, type Staff } from './whom.ts'

/** Steps that are later than this, after a standstill, fold into one. */
export const foldedAfter = minutes(60)

type Moment = {
  incident: Incident
  escalation: Escalation
  now: Instant
  settings: Pick<Staff, 'teams' | 'schedules'>
}

/** What the timeline says of the steps that one wake dealt with: what is too old is said in one entry. */
export function eventsOf(moment: Moment, taken: readonly Considered[], why: Why): NewEvent[] {
  const last = taken.at(-1)
  if (!last) return []
  if (elapsed(last.at, moment.now) <= foldedAfter) return taken.map((one) => eventOf(moment, one, why))
  const speaker = taken.findLast(({ outcome }) => outcome.kind === 'reaches')
  const silent = taken.findLast(({ outcome }) => outcome.kind === 'nobody_on_call')
  return [eventOf(moment, speaker ?? silent ?? last, why, taken)]
}

function eventOf(
  moment: Moment,
  { position, at, outcome }: Considered,
  because: Why,
  folded: readonly Considered[] = [],
): NewEvent {
  const { incident, escalation, now, settings } = moment
  const step = stepAt(escalation, position)
  const { index, round } = placeOf(escalation, position)
  const of = escalation.steps.length
  const why = goesOn(step) ? 'not_resolved' : because
  const names = step.targets.map((target) => named(target, incident.teamId, settings).name)
  const numbers = folded.map((one) => placeOf(escalation, one.position).index + 1)
  return {
    ...internal(now),
    type: outcome.kind === 'reaches' ? 'escalation.step' : 'escalation.skipped',
    reason: `${names.join(', ')}: step ${index + 1} of ${of}, ${said[outcome.kind === 'reaches' ? why : outcome.kind]}`,
    after: {
      step: index + 1,
      of,
      round,
      ...(escalation.run && { run: escalation.run }),
      why,
      ...(outcome.kind !== 'reaches' && { cause: outcome.kind }),
      policyId: escalation.policyId,
      targets: step.targets,
      recipients: outcome.whom.map(({ id }) => id),
      whom: outcome.whom,
      dueAt: at,
      ...(folded.length > 0 && { catchUp: true, foldedSteps: [...new Set(numbers)] }),
    },
  }
}

const said: Record<Why | 'nobody_on_call' | 'condition', string> = {
  not_acknowledged: 'not acknowledged',
  not_resolved: 'not resolved',
  no_update: 'acknowledged, but no update since',
  undelivered: 'the step before reached nobody',
  nobody_on_call: 'nobody is on call',
  condition: 'not at this time',
}

const internal = (now: Instant) =>
  ({ at: now, by: system, channel: 'system', visibility: 'internal' }) as const

export const exhausted = ({ policyId, steps, repeats = 0, run }: Escalation, now: Instant): NewEvent => ({
  ...internal(now),
  type: 'escalation.exhausted',
  after: { policyId, of: steps.length, round: repeats + 1, ...(run && { run }) },
})
