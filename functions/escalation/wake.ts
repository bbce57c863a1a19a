import { type Change, withTimer } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import type { Wake } from '../incidents/wake.ts'
import { after, elapsed, type Instant } from '../runtime/instant.ts'
import type { Calendar } from '../sla/calendar.ts'
import { speaksAt } from './conditions.ts'
import { resumesAfter } from './escalation.ts'
import type { Why } from './events.ts'
import { silentSince } from './next-page.ts'
import { type Considered, goingOn, type Outcome, pathOf, whole } from './path.ts'
import { eventsOf, exhausted, foldedAfter } from './record.ts'
import {
  advanced,
  type Escalation,
  escalationOf,
  lastSent,
  positionsOf,
  stepAt,
  unsent,
  withEscalation,
} from './slice.ts'
import { type Staff, whomOf } from './whom.ts'

export type WakeSettings = Staff & { calendars: readonly Calendar[] }

/**
 * The steps that are due, up to the first that reaches somebody. Steps up to 60 minutes late are sent one by one; what
 * is older folds into the last of them that reaches somebody.
 * @returns undefined when nothing is due (any more).
 */
export const wakeEscalation: Wake<WakeSettings> = (incident, now, settings) => {
  const escalation = escalationOf(incident)
  if (!escalation || !isOpen(incident.state)) return undefined
  const { escalation: step, resume } = incident.timers
  if (escalation.status !== 'acknowledged') {
    if (step && step <= now) return goOn({ incident, escalation, now, settings }, step)
    return resume && resume <= now ? nobodyLeft(incident, escalation, now) : undefined
  }
  const silentAt = resume && silentSince(escalation, resume)
  const isSilent = silentAt && silentAt <= now
  if (isSilent && isFirst(silentAt, step, now))
    return goOn({ incident, escalation, now, settings }, silentAt, 'no_update')
  if (step && step <= now) return goOn({ incident, escalation, now, settings }, step, 'not_resolved')
  if (!resume || resume > now) return undefined
  return { before: incident, after: withTimer(incident, 'resume', silentAt), events: [] }
}

/** After a standstill, what is older than an hour folds into one: the steps that went on are among those that resume. */
const isFirst = (silentAt: Instant, step: Instant | undefined, now: Instant): boolean =>
  !step || silentAt <= step || elapsed(silentAt, now) > foldedAfter

type Moment = { incident: Incident; escalation: Escalation; now: Instant; settings: WakeSettings }

function goOn(moment: Moment, at: Instant, because?: 'no_update' | 'not_resolved'): Change | undefined {
  const { incident, escalation, now } = moment
  const goesOn = because === 'not_resolved'
  const coming = goesOn ? goingOn(escalation) : whole(escalation)
  const atOnce = because === 'no_update' || escalation.undelivered === true
  const path = [
    ...pathOf(
      escalation,
      coming,
      { at, atOnce },
      { now, look: (position, due) => look(moment, position, due) },
    ),
  ]
  const taken = due(path, now)
  const last = taken.at(-1)
  if (!last) return undefined
  const following = path[taken.length]
  const speaker = taken.findLast(reaches)
  const why: Why =
    because ??
    (escalation.undelivered ? 'undelivered' : incident.acknowledgedAt ? 'no_update' : 'not_acknowledged')
  const events = eventsOf(moment, taken, why)

  const { undelivered: _, ...rest } = escalation
  const sent = speaker?.position ?? lastSent(escalation)
  if (goesOn) {
    const waiting = advanced(rest, { ahead: last.position, last: sent })
    const resume = unsent(waiting).length > 0 ? incident.timers.resume : undefined
    return {
      before: incident,
      after: withEscalation(incident, waiting, { step: following?.at, resume }),
      events,
    }
  }
  const { touchedAt: __, ...untouched } = rest
  const next = following?.position ?? positionsOf(escalation)
  const running = advanced({ ...untouched, status: 'running' }, { next, last: sent })
  if (following)
    return { before: incident, after: withEscalation(incident, running, { step: following.at }), events }
  if (sent >= 0)
    return {
      before: incident,
      after: withEscalation(incident, running, { resume: after(now, resumesAfter) }),
      events,
    }
  const over = nobodyLeft(incident, running, now)
  return { ...over, events: [...events, ...over.events] }
}

/** Everybody who could be paged was, and had their time. */
const nobodyLeft = (incident: Incident, escalation: Escalation, now: Instant): Change => ({
  before: incident,
  after: withEscalation(incident, { ...escalation, status: 'ended' }, {}),
  events: [exhausted(escalation, now)],
})

function look({ incident, escalation, now, settings }: Moment, position: number, at: Instant): Outcome {
  const { when, targets } = stepAt(escalation, position)
  if (!speaksAt(when, at, settings)) return { kind: 'condition', whom: [] }
  // A late step pages who can act now, not who could have when it was due.
  const whom = whomOf(targets, { teamId: incident.teamId, at: at > now ? at : now }, settings)
  return whom.length > 0 ? { kind: 'reaches', whom } : { kind: 'nobody_on_call', whom: [] }
}

const reaches = ({ outcome }: Considered): boolean => outcome.kind === 'reaches'

/** What one wake does: all that is too old to be sent by itself, or else everything up to somebody. */
function due(path: readonly Considered[], now: Instant): Considered[] {
  const ready = path.filter(({ at }) => at <= now)
  const old = ready.filter(({ at }) => elapsed(at, now) > foldedAfter)
  if (old.length > 0) return old
  const first = ready.findIndex(reaches)
  return first < 0 ? ready : ready.slice(0, first + 1)
}
