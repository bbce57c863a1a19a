import { StepSent } from '../escalation/events.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Services } from '../runtime/services.ts'
import { occasionOf } from './claim.ts'

/**
 * An incident that becomes P1 wakes whom its pages spared so far: what waits for the end of somebody's quiet hours
 * comes at once. What is due later by their own rules stays where it is.
 */
export async function pageThroughQuiet(
  event: DomainEvent,
  now: Instant,
  { incidents, pagePlans }: Pick<Services, 'incidents' | 'pagePlans'>,
): Promise<void> {
  if (event.after?.priority !== 'P1') return
  const incident = await incidents.readHead(event.pk)
  if (incident?.priority !== 'P1') return
  const entries = await incidents.readEntries(event.pk, 'internal')
  const paged = entries.flatMap((entry) =>
    entry.type === 'escalation.step'
      ? StepSent.parse(entry.after).recipients.map((personId) => ({
          incidentId: event.pk,
          occasion: occasionOf(entry),
          personId,
        }))
      : [],
  )
  await pagePlans.endQuiet(paged, now)
}
