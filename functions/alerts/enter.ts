import type { Instant } from '../runtime/instant.ts'
import { type Alert, alertId, type Step } from './alert.ts'
import type { Maintaining, Silencing } from './control.ts'
import type { Group } from './group.ts'
import { groupId } from './group.ts'
import type { AlertRule } from './rule.ts'
import { checkFlapping } from './stages/flapping.ts'
import { enterGroup } from './stages/group.ts'
import { checkInhibition } from './stages/inhibit.ts'
import { checkMaintenance } from './stages/maintenance.ts'
import { checkRoute } from './stages/route.ts'
import { checkSilence } from './stages/silence.ts'
import type { Treated } from './treatment.ts'

/** What the stages ask, as it is at this instant. */
export type World = {
  alerts: Map<string, Alert>
  /** By key. */
  groups: Map<string, Group>
  /** How many causes fire, by counter of inhibition. */
  firing: Map<string, number>
  silences: readonly Silencing[]
  maintenances: readonly Maintaining[]
}

type Around = { treated: Treated; rules: readonly AlertRule[]; world: World; now: Instant }

/** A firing alert on its way through the stages, as far as they let it: held, logged, or in a group. */
export function enter(
  alert: Alert,
  first: Step,
  { treated, rules, world, now }: Around,
): { alert: Alert; group?: Group } {
  const facts = { ...alert, serviceId: treated.serviceId }
  const way: Step[] = [first]
  const held = (by: NonNullable<Alert['hold']>['by'], hold: { id: string; until?: Instant }) => ({
    alert: { ...alert, hold: { by, ...hold }, way },
  })

  const flapping = checkFlapping(alert, treated, now)
  way.push(flapping.step)
  if (flapping.until) return held('flapping', { id: alertId(alert), until: flapping.until })

  const silence = checkSilence(facts, world.silences, now)
  way.push(silence.step)
  if (silence.hold) return held('silence', silence.hold)

  const maintenance = checkMaintenance(facts, world.maintenances, now)
  way.push(maintenance.step)
  if (maintenance.hold) return held('maintenance', maintenance.hold)

  const inhibition = checkInhibition(facts, rules, world.firing)
  way.push(inhibition.step)
  if (inhibition.hold) return held('inhibition', inhibition.hold)

  way.push(checkRoute(treated))
  if (treated.opens === 'nothing') return { alert: { ...alert, way } }

  const { group, steps } = enterGroup(alert, treated, world.groups.get(treated.groupKey), now)
  way.push(...steps)
  return { alert: { ...alert, grouped: { key: group.key, id: groupId(group) }, way }, group }
}
