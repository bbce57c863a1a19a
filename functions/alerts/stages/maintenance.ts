import type { Instant } from '../../runtime/instant.ts'
import type { Step } from '../alert.ts'
import { type Maintaining, maintaining } from '../control.ts'
import type { Facts } from '../matcher.ts'

/** Holds what is worked on anyway; what still fires at the end of the window is sent on its way. */
export function checkMaintenance(
  facts: Facts & { serviceId?: string },
  maintenances: readonly Maintaining[],
  now: Instant,
): { step: Step; hold?: { id: string; until: Instant } } {
  const hold = maintaining(maintenances, facts, now)
  if (!hold) return { step: { stage: 'maintenance', verdict: 'passes', code: 'no_maintenance' } }
  return {
    hold,
    step: { stage: 'maintenance', verdict: 'waits', code: 'in_maintenance', data: hold },
  }
}
