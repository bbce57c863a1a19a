import type { Change, Follower, NewEvent } from '../incidents/change.ts'
import { system, withTimer } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import type { Team } from '../people/team.ts'
import { after, elapsed, type Instant, minutes } from '../runtime/instant.ts'
import { type Policy, policyFor, type Target } from './policy.ts'
import { type Escalation, escalationOf, type KeptStep, withEscalation } from './slice.ts'

type PagedTeam = Pick<Team, 'id' | 'name' | 'members'>
export type EscalationSettings = {
  escalationPolicies: readonly Policy[]
  teams: readonly PagedTeam[]
}

/** After an acknowledgement the paging goes on when nobody has touched the incident for this long. */
const resumesAfter = minutes(30)
/** Steps that are later than this, after a standstill, fold into one. */
export const foldedAfter = minutes(60)

/** Starts, stops and resumes the paging with everything that happens to the incident. */
export const followIncident: Follower<EscalationSettings> = (change, { now, settings }) => {
  const { before, after: incident } = change
  const escalation = escalationOf(incident)
  if (!isOpen(incident.state)) {
    if (!escalation || escalation.status === 'ended') return change
    return { ...change, after: withEscalation(incident, { ...escalation, status: 'ended' }, {}) }
  }
  if (!escalation) return before?.priority === incident.priority ? change : started(change, now, settings)
  const isTouched = before?.state !== incident.state || change.events.some(isWork)
  return incident.acknowledgedAt && isTouched ? touched(change, escalation, now) : change
}

const isWork = ({ by }: NewEvent): boolean => by.as === 'worker'

/** What is acknowledged already is only paged again when nobody touches it. */
function started(change: Change, now: Instant, { escalationPolicies }: EscalationSettings): Change {
  const policy = policyFor(escalationPolicies, change.after.priority)
  const [first] = policy?.steps ?? []
  if (!policy || !first) return change
  const escalation: Escalation = { policyId: policy.id, steps: policy.steps, next: 0, status: 'running' }
  if (change.after.acknowledgedAt) return touched(change, escalation, now)
  const step = after(now, minutes(first.delayMinutes))
  return { ...change, after: withEscalation(change.after, escalation, { step }) }
}

/**
 * Somebody is at work: the paging waits for silence, and not at all while the incident is on hold.
 * A timer that runs already stays where it is and looks at `touchedAt` when it is due: a touch moves no index row.
 */
function touched({ after: incident, ...change }: Change, escalation: Escalation, now: Instant): Change {
  const remains = escalation.next < escalation.steps.length && incident.state !== 'on_hold'
  const resume = remains ? (incident.timers.resume ?? after(now, resumesAfter)) : undefined
  const waiting: Escalation = { ...escalation, status: 'acknowledged', touchedAt: now }
  return { ...change, after: withEscalation(incident, waiting, { resume }) }
}

/**
 * The step that is due. Steps up to 60 minutes late are sent one by one; what is older folds into the last of them.
 * A step that reaches nobody is passed over at once.
 * @returns undefined when nothing is due (any more).
 */
export function wakeEscalation(
  incident: Incident,
  now: Instant,
  { teams }: EscalationSettings,
): Change | undefined {
  const escalation = escalationOf(incident)
  const timer = incident.timers.escalation ?? incident.timers.resume
  if (!escalation || !timer || timer > now || !isOpen(incident.state)) return undefined

  const dueAt = incident.timers.escalation ?? silentSince(escalation, timer)
  if (dueAt > now) return { before: incident, after: withTimer(incident, 'resume', dueAt), events: [] }

  const due = stepsDue(escalation, dueAt, now)
  const folded = due.filter(({ at }) => elapsed(at, now) > foldedAfter)
  const last = folded.at(-1) ?? due[0]
  if (!last) return undefined

  // Of what folds, the furthest step that reaches somebody speaks for all.
  const sent = folded.findLast(({ step }) => peopleOf(step.targets, teams).length > 0) ?? last
  const recipients = peopleOf(sent.step.targets, teams)
  const next = last.index + 1
  const following = escalation.steps[next]
  const base = recipients.length === 0 ? now : last.at
  const { touchedAt: _, ...untouched } = escalation
  const running: Escalation = { ...untouched, next, status: following ? 'running' : 'ended' }
  const event: NewEvent = {
    type: recipients.length === 0 ? 'escalation.skipped' : 'escalation.step',
    at: now,
    by: system,
    channel: 'system',
    visibility: 'internal',
    reason: reasonOf(incident, escalation, sent.index, teams),
    after: {
      step: sent.index + 1,
      of: escalation.steps.length,
      why: incident.acknowledgedAt ? 'no_update' : 'not_acknowledged',
      policyId: escalation.policyId,
      targets: sent.step.targets,
      recipients,
      dueAt: sent.at,
      ...(folded.length > 0 && { catchUp: true, foldedSteps: folded.map(({ index }) => index + 1) }),
    },
  }
  const nextDelay = recipients.length === 0 ? 0 : minutes(following?.delayMinutes ?? 0)
  return {
    before: incident,
    after: withEscalation(incident, running, following ? { step: after(base, nextDelay) } : {}),
    events: [event],
  }
}

/** When it will have been silent for long enough, by the last touch and not by the timer that one set before. */
const silentSince = ({ touchedAt }: Escalation, timer: Instant): Instant => {
  const silentAt = touchedAt ? after(touchedAt, resumesAfter) : timer
  return silentAt > timer ? silentAt : timer
}

type DueStep = { index: number; step: KeptStep; at: Instant }

/** The steps that should have been sent by now, each with the instant it was due at. */
function stepsDue({ steps, next }: Escalation, dueAt: Instant, now: Instant): DueStep[] {
  let at = dueAt
  return steps
    .slice(next)
    .map((step, offset) => {
      if (offset > 0) at = after(at, minutes(step.delayMinutes))
      return { index: next + offset, step, at }
    })
    .filter(({ at }) => at <= now)
}

function peopleOf(targets: readonly Target[], teams: readonly PagedTeam[]): string[] {
  const ids = targets.flatMap((target) => {
    if (target.kind === 'person') return [target.id]
    if (target.kind !== 'team') return []
    return teams.find(({ id }) => id === target.id)?.members.map(({ id }) => id) ?? []
  })
  return [...new Set(ids)]
}

function reasonOf(
  incident: Incident,
  { steps }: Escalation,
  index: number,
  teams: readonly PagedTeam[],
): string {
  const names =
    steps[index]?.targets.map(
      (target) =>
        ('id' in target && (teams.find(({ id }) => id === target.id)?.name ?? target.id)) || target.kind,
    ) ?? []
  const why = incident.acknowledgedAt ? 'acknowledged, but no update since' : 'not acknowledged'
  return `${names.join(', ')}: step ${index + 1} of ${steps.length}, ${why}`
}
