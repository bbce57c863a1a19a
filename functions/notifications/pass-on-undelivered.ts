import * as z from 'zod/mini'
import { StepSent } from '../escalation/events.ts'
import { nextStepAtOnce } from '../escalation/undelivered.ts'
import type { Instant } from '../runtime/instant.ts'
import { log } from '../runtime/log.ts'
import { ok } from '../runtime/operation.ts'
import type { Services } from '../runtime/services.ts'
import { isOutrun } from '../runtime/stale.ts'
import { failuresOf } from './all-failed.ts'

/** Changes of one incident that may come in between. */
const rounds = 10

/**
 * Lets the next step come at once when nothing of this one arrived or still may. Decides from what the table says at
 * this moment, however often and from wherever it is asked.
 */
export async function passOnUndelivered(
  { incidentId, occasion }: { incidentId: string; occasion: string },
  now: Instant,
  { incidents, notifications, settings, saveIncident }: Services,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const [event, claims, incident, current] = await Promise.all([
      notifications.eventOf(incidentId, occasion),
      notifications.ofEvent(incidentId, occasion),
      incidents.readHead(incidentId),
      settings.current(),
    ])
    if (event?.type !== 'escalation.step' || !incident) return
    const step = z.parse(StepSent, event.after)
    const failures = failuresOf(step.recipients, claims)
    const change = failures && nextStepAtOnce(incident, step, failures, now)
    if (!change) return
    try {
      await saveIncident(change, { now, settings: current, answer: () => ok(undefined) })
      log.info('a step was not delivered', { incidentId, occasion, step: step.step })
      return
    } catch (error) {
      if (!isOutrun(error)) throw error
    }
  }
  throw new Error(`${incidentId} is changing too fast; it is tried again.`)
}
