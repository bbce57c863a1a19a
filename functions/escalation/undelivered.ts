import { type Change, system } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Failure } from './events.ts'
import { goingOn } from './path.ts'
import { escalationOf, goesOn, isLastSent, lastSent, stepAt, unsent, withEscalation } from './slice.ts'

/**
 * A step has reached nobody in any way, for good: the next one is due at once. After the last one it is known at once
 * that nobody is left.
 * An acknowledgement stops that, too, but not from one step that only a resolution stops to the next of them.
 * @returns undefined when that says nothing any more: somebody has it, it is over, or a later step was sent.
 */
export function nextStepAtOnce(
  incident: Incident,
  { step, round, run }: { step: number; round: number; run?: number },
  failures: readonly Failure[],
  now: Instant,
): Change | undefined {
  const escalation = escalationOf(incident)
  if (!escalation || escalation.status === 'ended' || !isOpen(incident.state)) return undefined
  if (escalation.undelivered || !isLastSent(escalation, { step, round, run })) return undefined
  const isHad = escalation.status === 'acknowledged'
  if (isHad && !goesOn(stepAt(escalation, lastSent(escalation)))) return undefined
  const left = isHad ? goingOn(escalation) : unsent(escalation)
  if (isHad && left.length === 0) return undefined
  const { escalation: timer } = incident.timers
  const at = timer && timer < now ? timer : now
  const { resume } = incident.timers
  const due = left.length > 0 ? { step: at, ...(isHad && { resume }) } : { resume: now }
  return {
    before: incident,
    after: withEscalation(incident, { ...escalation, undelivered: true }, due),
    events: [
      {
        type: 'escalation.undelivered',
        at: now,
        by: system,
        channel: 'system',
        visibility: 'internal',
        after: { step, round, failures },
      },
    ],
  }
}
