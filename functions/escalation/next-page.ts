import type { View } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { after, type Instant } from '../runtime/instant.ts'
import { resumesAfter } from './escalation.ts'
import type { NamedTarget } from './events.ts'
import { goingOn } from './path.ts'
import {
  acknowledgementOf,
  type Escalation,
  escalationOf,
  isPaging,
  placeOf,
  stepAt,
  unsent,
} from './slice.ts'
import { named, type Staff } from './whom.ts'

/** The page that goes out next, if nothing happens. */
export type NextPage = {
  at: Instant
  step: number
  of: number
  round: number
  /** Only if nobody touches the incident until then. */
  ifSilent: boolean
  targets: NamedTarget[]
}

/** When it will have been silent for long enough, by the last touch and not by the timer that one set before. */
export function silentSince({ touchedAt }: Escalation, timer: Instant): Instant {
  const silentAt = touchedAt ? after(touchedAt, resumesAfter) : timer
  return silentAt > timer ? silentAt : timer
}

/** Until when an acknowledged incident may be silent before the paging goes on; undefined when it does not. */
export function silentUntil(incident: Incident): Instant | undefined {
  const escalation = escalationOf(incident)
  const { resume } = incident.timers
  return escalation?.status === 'acknowledged' && resume ? silentSince(escalation, resume) : undefined
}

type Names = Pick<Staff, 'teams' | 'schedules'>

export function nextPage(incident: Incident, settings: Names): NextPage | undefined {
  const escalation = escalationOf(incident)
  if (!escalation || !isOpen(incident.state)) return undefined
  const { escalation: timer } = incident.timers
  const silentAt = silentUntil(incident)
  const isAcknowledged = escalation.status === 'acknowledged'
  const ifSilent = silentAt !== undefined && (!timer || silentAt < timer)
  const at = ifSilent ? silentAt : timer
  const [first] =
    isAcknowledged && !ifSilent ? goingOn(escalation).map((one) => one.position) : unsent(escalation)
  if (!at || first === undefined) return undefined
  const { index, round } = placeOf(escalation, first)
  const targets = stepAt(escalation, first).targets.map((target) => named(target, incident.teamId, settings))
  return { at, step: index + 1, of: escalation.steps.length, round, ifSilent, targets }
}

/** For those who work on it: who has it now, and whom it pages next, by the names that they know. */
export const viewPaging: View<Names> = (incident, { settings, seesInternal }) => {
  if (!seesInternal) return {}
  const next = nextPage(incident, settings)
  const isAskedAgain = incident.acknowledgedAt !== undefined && isPaging(incident)
  return {
    ...(isAskedAgain && { mayAgain: ['acknowledge'], pagingAgain: true }),
    ...(escalationOf(incident)?.again && { lastAcknowledgement: acknowledgementOf(incident) }),
    ...(next && { nextPage: next }),
  }
}
