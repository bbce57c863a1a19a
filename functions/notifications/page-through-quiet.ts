import { StepSent } from '../escalation/events.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Services } from '../runtime/services.ts'
import { occasionOf } from './claim.ts'
import type { PagePlan } from './page-plan.ts'

/**
 * An incident that becomes P1 wakes whom its pages spared so far: what waits for the end of somebody's quiet hours
 * comes at once. What is due later by their own rules stays where it is.
 */
export async function pageThroughQuiet(
  event: DomainEvent,
  now: Instant,
  services: Pick<Services, 'incidents' | 'pagePlans'>,
): Promise<void> {
  if (event.after?.priority !== 'P1') return
  const entries = await services.incidents.readEntries(event.pk, 'internal')
  const paged = entries.flatMap((entry) =>
    entry.type === 'escalation.step'
      ? StepSent.parse(entry.after).recipients.map((personId) => ({ occasion: occasionOf(entry), personId }))
      : [],
  )
  await endQuietIfUrgent(event.pk, paged, now, services)
}

/** Hands over what waits for the end of these people's quiet hours, if the incident is P1 at this moment. */
export async function endQuietIfUrgent(
  incidentId: string,
  paged: readonly Pick<PagePlan, 'occasion' | 'personId'>[],
  now: Instant,
  { incidents, pagePlans }: Pick<Services, 'incidents' | 'pagePlans'>,
): Promise<void> {
  const incident = await incidents.readHead(incidentId)
  if (incident?.priority !== 'P1') return
  await pagePlans.endQuiet(
    paged.map((one) => ({ incidentId, ...one })),
    now,
  )
}
