import { after, type Instant, minutes } from '../runtime/instant.ts'
import { type Alert, alertId, type Step } from './alert.ts'
import type { Maintaining, Silencing } from './control.ts'
import { type Group, groupId } from './group.ts'
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

/** What is held asks again soon, because what held it may have ended while it was stored; and then now and then. */
const [asksFirstAfter, asksAgainAfter] = [minutes(1), minutes(15)]

type Around = {
  treated: Treated
  rules: readonly AlertRule[]
  world: World
  now: Instant
  /** Whether it was held before. */
  wasHeld?: boolean
}

type Held = Pick<NonNullable<Alert['hold']>, 'by' | 'id' | 'until'>

/** What somebody or something else holds back at this instant: a silence, a maintenance, or the cause of it. */
export function heldByOthers(
  alert: Alert,
  { treated, rules, world, now }: Around,
): { hold?: Held; steps: Step[] } {
  const facts = { ...alert, serviceId: treated.serviceId }
  const silence = checkSilence(facts, world.silences, now)
  if (silence.hold) return { hold: { by: 'silence', ...silence.hold }, steps: [silence.step] }
  const maintenance = checkMaintenance(facts, world.maintenances, now)
  if (maintenance.hold)
    return { hold: { by: 'maintenance', ...maintenance.hold }, steps: [silence.step, maintenance.step] }
  const inhibition = checkInhibition(facts, rules, world.firing)
  const steps = [silence.step, maintenance.step, inhibition.step]
  return inhibition.hold ? { hold: { by: 'inhibition', ...inhibition.hold }, steps } : { steps }
}

/** An alert that is held, and when it asks again. */
export function held(alert: Alert, hold: Held, { now, wasHeld }: Pick<Around, 'now' | 'wasHeld'>): Alert {
  const latest = after(now, wasHeld ? asksAgainAfter : asksFirstAfter)
  const asksAt = hold.until && hold.until < latest ? hold.until : latest
  return { ...alert, hold: { ...hold, asksAt } }
}

/** A firing alert on its way through the stages, as far as they let it: held, logged, or in a group. */
export function enter(alert: Alert, first: Step, around: Around): { alert: Alert; group?: Group } {
  const { treated, world, now } = around
  const way: Step[] = [first]

  const flapping = checkFlapping(alert, treated, now)
  way.push(flapping.step)
  if (flapping.until) {
    const hold = { by: 'flapping', id: alertId(alert), until: flapping.until } as const
    return { alert: held({ ...alert, way }, hold, around) }
  }

  const others = heldByOthers(alert, around)
  way.push(...others.steps)
  if (others.hold) return { alert: held({ ...alert, way }, others.hold, around) }

  way.push(checkRoute(treated))
  if (treated.opens === 'nothing') return { alert: { ...alert, way } }

  const { group, steps } = enterGroup(alert, treated, world.groups.get(treated.groupKey), now)
  way.push(...steps)
  return { alert: { ...alert, grouped: { key: group.key, id: groupId(group), at: now }, way }, group }
}
