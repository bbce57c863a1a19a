import type { Change, Follower, NewEvent } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { priorities } from '../incidents/priority.ts'
import { after, type Instant, minutes } from '../runtime/instant.ts'
import { goingOn, whole } from './path.ts'
import { type Policy, policyFor, type Step } from './policy.ts'
import { type Escalation, escalationOf, type KeptStep, runOf, unsent, withEscalation } from './slice.ts'

export type EscalationSettings = { escalationPolicies: readonly Policy[] }

/** After an acknowledgement the paging goes on when nobody has touched the incident for this long. */
export const resumesAfter = minutes(30)

/** Starts, stops and resumes the paging with everything that happens to the incident. */
export const followIncident: Follower<EscalationSettings> = (change, { now, settings }) => {
  const { before, after: incident } = change
  const escalation = escalationOf(incident)
  if (!isOpen(incident.state)) {
    if (!escalation || escalation.status === 'ended') return change
    return { ...change, after: withEscalation(incident, { ...escalation, status: 'ended' }, {}) }
  }
  if (!escalation) return before?.priority === incident.priority ? change : started(change, now, settings)
  if (unsent(escalation).length === 0 && (isReopened(change) || isRaised(change))) {
    const anew = started(change, now, settings, escalation)
    if (anew !== change) return anew
  }
  if (!incident.acknowledgedAt) return isReopened(change) ? begun(change, escalation, now) : change
  const isTouched = before?.state !== incident.state || change.events.some(isWork)
  return isTouched ? touched(change, escalation, now) : change
}

const isWork = ({ by }: NewEvent): boolean => by.as === 'worker'
const isReopened = ({ before }: Change): boolean => before !== undefined && !isOpen(before.state)
const isRaised = ({ before, after: incident }: Change): boolean =>
  before !== undefined && rankOf(incident) < rankOf(before)
const rankOf = ({ priority }: Incident): number => priorities.indexOf(priority)

/**
 * What is acknowledged already is only paged again when nobody touches it.
 * @param former the run before, in which everybody was paged
 */
function started(
  change: Change,
  now: Instant,
  { escalationPolicies }: EscalationSettings,
  former?: Escalation,
): Change {
  const policy = policyFor(escalationPolicies, change.after.priority)
  if (!policy || policy.steps.length === 0) return change
  const escalation: Escalation = {
    policyId: policy.id,
    steps: policy.steps.map(kept),
    ...(policy.repeats > 0 && { repeats: policy.repeats }),
    ...(former && { run: runOf(former) + 1 }),
    ...(former?.again && { again: former.again }),
    next: 0,
    status: 'running',
  }
  return change.after.acknowledgedAt ? touched(change, escalation, now) : begun(change, escalation, now)
}

const kept = ({ unless, ...step }: Step): KeptStep => (unless === 'resolved' ? { ...step, unless } : step)

/** The next step comes when its delay has passed from now on. */
function begun(change: Change, escalation: Escalation, now: Instant): Change {
  const [first] = whole(escalation)
  if (!first) return change
  const running: Escalation = { ...escalation, status: 'running' }
  return { ...change, after: withEscalation(change.after, running, { step: after(now, first.wait) }) }
}

/**
 * Somebody is at work: the paging waits for silence, and not at all while the incident is on hold. Steps that only a
 * resolution stops keep their times.
 * A timer that runs already stays where it is and looks at `touchedAt` when it is due: a touch moves no index row.
 */
function touched(touching: Change, escalation: Escalation, now: Instant): Change {
  const { after: incident, ...change } = touching
  const { timers } = incident
  const { undelivered: _, ...rest } = escalation
  const waiting: Escalation = { ...rest, ...again(touching), status: 'acknowledged', touchedAt: now }
  const step = escalation.status === 'acknowledged' ? timers.escalation : keptTime(escalation, timers, now)
  const remains = unsent(escalation).length > 0 && incident.state !== 'on_hold'
  const resume = remains ? (timers.resume ?? after(now, resumesAfter)) : undefined
  return { ...change, after: withEscalation(incident, waiting, { step, resume }) }
}

/** When the first step that goes on would have come, had nobody acknowledged. */
function keptTime(
  escalation: Escalation,
  timers: Readonly<Record<string, Instant>>,
  now: Instant,
): Instant | undefined {
  const [next] = whole(escalation)
  const [first] = goingOn(escalation)
  if (!next || !first) return undefined
  return after(timers.escalation ?? after(now, next.wait), first.wait - next.wait)
}

/** The incident keeps its first acknowledgement, which a clock counts from; a later one is of the paging. */
function again({ before, events }: Change): Pick<Escalation, 'again'> {
  const event = events.find(({ type }) => type === 'incident.acknowledged')
  const { id, name } = event?.by ?? {}
  return before?.acknowledgedAt && event && id && name ? { again: { at: event.at, by: { id, name } } } : {}
}
