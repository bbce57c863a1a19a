import { type Change, system } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Failure } from './events.ts'
import { escalationOf, isLastSent, unsent, withEscalation } from './slice.ts'

/**
 * A step has reached nobody in any way, for good: the next one is due at once. After the last one it is known at once
 * that nobody is left.
 * @returns undefined when that says nothing any more: somebody has it, it is over, or a later step was sent.
 */
export function nextStepAtOnce(
  incident: Incident,
  { step, round, run }: { step: number; round: number; run?: number },
  failures: readonly Failure[],
  now: Instant,
): Change | undefined {
  const escalation = escalationOf(incident)
  if (escalation?.status !== 'running' || !isOpen(incident.state)) return undefined
  if (escalation.undelivered || !isLastSent(escalation, { step, round, run })) return undefined
  const { escalation: timer } = incident.timers
  const at = timer && timer < now ? timer : now
  const due = unsent(escalation).length > 0 ? { step: at } : { resume: now }
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
