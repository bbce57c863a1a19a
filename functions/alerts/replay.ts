import type { Instant } from '../runtime/instant.ts'
import { openAgenda } from './agenda.ts'
import { type Alert, alertId, type Step } from './alert.ts'
import type { Maintaining, Silencing } from './control.ts'
import { decide, release } from './decide.ts'
import type { World } from './enter.ts'
import { type Group, groupId, turnOf } from './group.ts'
import type { Occurrence } from './occurrence.ts'
import type { AlertSetup } from './treatment.ts'

/** An incident that alerts would have opened, and when. */
type Opened = { at: Instant; groupId: string; title: string; teamId: string; priority: string }

/** What a rule, a source or nobody caught: how many firings, and the way of some of them. */
type Caught = { firings: number; examples: { title: string; at: Instant; way: readonly Step[] }[] }

export type Replayed = {
  firings: number
  incidents: Opened[]
  /** By the id of the rule; what no rule caught under the empty text. */
  caught: Map<string, Caught>
}

const mostExamples = 10

/**
 * What would have become of alerts under a set-up, by the same decisions as in the running product. Incidents are taken
 * to end with their last alert.
 * @param log what was said, in the order of `receivedAt`
 */
export function replay(
  log: readonly Occurrence[],
  setup: AlertSetup,
  controls: { silences: readonly Silencing[]; maintenances: readonly Maintaining[] },
): Replayed {
  const world: World = { alerts: new Map(), groups: new Map(), firing: new Map(), ...controls }
  const found: Replayed = { firings: 0, incidents: [], caught: new Map() }
  const due = openAgenda()

  const note = (alert: Alert, group: Group | undefined) => {
    if (alert.hold?.until) due.add(alertId(alert), alert.hold.until)
    if (group?.state === 'waiting' && group.dueAt) due.add(group.key, group.dueAt)
  }

  function open(group: Group, now: Instant): void {
    const incidentId = group.continues ?? `INC-${found.incidents.length + 1}`
    const { first, teamId, priority } = group
    if (!group.continues)
      found.incidents.push({ at: now, groupId: groupId(group), title: first.title, teamId, priority })
    world.groups.set(group.key, { ...group, state: 'open', incidentId, dueAt: undefined })
  }

  /** Lets everything happen that was due by an instant, in the order in which it was due. */
  function advance(to: Instant): void {
    for (let next = due.next(to); next; next = due.next(to)) {
      const { id, at } = next
      const group = world.groups.get(id)
      if (group) {
        const turn = turnOf(group, undefined, at)
        if (turn === 'open') open(group, at)
        if (turn === 'close') world.groups.set(id, { ...group, state: 'closed', closedAt: at })
      } else {
        const alert = world.alerts.get(id)
        const decision = alert && release(alert, { world, setup, now: at })
        if (decision) note(decision.alert, decision.group)
      }
    }
  }

  for (const occurrence of log) {
    const now = occurrence.receivedAt
    advance(now)
    const decision = decide(occurrence, { world, setup, now })
    if (!decision) continue
    const { alert, news, group, causes } = decision
    note(alert, group)
    if (news === 'fired') {
      found.firings += 1
      catchIn(found.caught, alert)
    }
    if (group?.state === 'open' && group.firing <= 0)
      world.groups.set(group.key, { ...group, state: 'closed', closedAt: now })
    for (const { counter, by } of causes)
      if (by < 0 && (world.firing.get(counter) ?? 0) <= 0)
        for (const [id, { hold }] of world.alerts) if (hold?.id === counter) due.add(id, now)
  }
  // Groups that still wait when the log ends are let wait to their end, and no more happens.
  advance(due.latestOf(world.groups.keys()) ?? '')
  return found
}

function catchIn(caught: Map<string, Caught>, alert: Alert): void {
  const holding = alert.way.flatMap(({ code, data }) => (code === 'inhibited' ? String(data?.ruleId) : []))
  for (const id of [alert.ruleId ?? '', ...holding]) {
    const one = caught.get(id) ?? { firings: 0, examples: [] }
    one.firings += 1
    if (one.examples.length < mostExamples)
      one.examples.push({ title: alert.title, at: alert.firedAt, way: alert.way })
    caught.set(id, one)
  }
}
