import { after, type Instant, minutes } from '../runtime/instant.ts'
import { type Alert, alertId, type Step } from './alert.ts'
import { enter, type World } from './enter.ts'
import { type Group, groupId, left, raised, takesMore } from './group.ts'
import type { Occurrence } from './occurrence.ts'
import { deduplicate } from './stages/deduplicate.ts'
import { recentChanges, steadyAt } from './stages/flapping.ts'
import { causeOf } from './stages/inhibit.ts'
import { type AlertSetup, type Treated, treatmentOf } from './treatment.ts'

/** That something fires on is noted no more often than this, however often it is said. */
export const seenEvery = minutes(5)

/** What becomes of one alert: how it stood and stands, and what moves with it. Nothing is stored yet. */
export type Decision = {
  before?: Alert
  alert: Alert
  news: 'fired' | 'ended' | 'seen' | 'released'
  group?: Group
  /** Counters of inhibition that rise or fall. */
  causes: { counter: string; by: 1 | -1 }[]
  /** It has just begun to flap, which is told once. */
  flaps?: { times: number; minutes: number }
}

/**
 * Decides on what a source said, and moves the world on by it.
 * @returns undefined for what changes nothing.
 */
export function decide(
  occurrence: Occurrence,
  world: World,
  setup: AlertSetup,
  now: Instant,
): Decision | undefined {
  const before = world.alerts.get(alertId(occurrence))
  const news = deduplicate(occurrence, before)
  if (news.kind === 'outdated') return undefined
  if (news.kind === 'repeats')
    return before && seen(occurrence, before, { isLater: news.isLater, world, setup, now })
  const treated = treatmentOf(occurrence, setup)
  const changes = [...recentChanges(before?.changes ?? [], treated, now), now]
  const draft = drafted(occurrence, before, { treated, changes, now })
  const decision =
    news.kind === 'fires'
      ? fire(draft, news.step, { treated, world, setup, now })
      : end(draft, before, { step: news.step, world, now })
  const wasSteady = steadyAt(before?.changes ?? [], treated, now) === undefined
  const flaps = wasSteady && steadyAt(changes, treated, now) !== undefined
  const { changes: times, minutes: within } = treated.flapping
  return moveOn(world, { ...decision, before, ...(flaps && { flaps: { times, minutes: within } }) })
}

/**
 * Sends an alert that is held, or whose group was closed while it came, on its way again; that may end where it was.
 * @returns undefined if there is nothing to be done
 */
export function release(before: Alert, world: World, setup: AlertSetup, now: Instant): Decision | undefined {
  const group = before.grouped && world.groups.get(before.grouped.key)
  const isStranded = before.grouped && !(takesMore(group) && groupId(group) === before.grouped.id)
  if (before.status !== 'firing' || !(before.hold || isStranded)) return undefined
  const treated = treatmentOf(before, setup)
  const { hold: _, grouped: __, ...freed } = before
  const step: Step = { stage: 'deduplicate', verdict: 'passes', code: 'still_firing' }
  const entered = enter({ ...freed, ...placeOf(treated), version: before.version + 1 }, step, {
    treated,
    rules: setup.alertRules,
    world,
    now,
  })
  return moveOn(world, { ...entered, before, news: 'released', causes: [] })
}

const placeOf = ({ teamId, serviceId, ruleId }: Treated) => ({ teamId, serviceId, ruleId })

function drafted(
  occurrence: Occurrence,
  before: Alert | undefined,
  { treated, changes, now }: { treated: Treated; changes: Instant[]; now: Instant },
): Alert {
  const { receivedAt, payload: sent, ...said } = occurrence
  // What it came as first says what was wrong; an end says no more than that it is over.
  const payload = said.status === 'resolved' ? (before?.payload ?? sent) : (sent ?? before?.payload)
  return {
    ...said,
    payload,
    startsAt: said.startsAt ?? before?.startsAt,
    saidAt: said.saidAt ?? before?.saidAt,
    ...placeOf(treated),
    version: (before?.version ?? 0) + 1,
    firedAt: before?.firedAt ?? now,
    lastSeenAt: now,
    changes,
    way: [],
  }
}

type Around = { world: World; setup: AlertSetup; now: Instant }

function fire(draft: Alert, step: Step, { treated, world, setup, now }: Around & { treated: Treated }) {
  const counters = causeOf(draft, setup.alertRules)
  const alert = { ...draft, firedAt: now, ...(counters.length > 0 && { inhibits: counters }) }
  const entered = enter(alert, step, { treated, rules: setup.alertRules, world, now })
  const causes = counters.map((counter) => ({ counter, by: 1 as const }))
  return { ...entered, news: 'fired' as const, causes }
}

function end(
  draft: Alert,
  before: Alert | undefined,
  { step, world, now }: { step: Step; world: World; now: Instant },
) {
  const group = before?.grouped && world.groups.get(before.grouped.key)
  const isCurrent = group !== undefined && groupId(group) === before?.grouped?.id && group.state !== 'closed'
  const isTransient = isCurrent && group.state === 'waiting'
  return {
    alert: {
      ...draft,
      resolvedAt: now,
      ...(before?.grouped && { wasGrouped: before.grouped }),
      way: [
        ...(before?.way ?? []),
        step,
        ...(isTransient
          ? [{ stage: 'transient', verdict: 'stops', code: 'ended_while_waiting' } satisfies Step]
          : []),
      ],
    },
    ...(isCurrent && { group: left(group, now) }),
    news: 'ended' as const,
    causes: (before?.inhibits ?? []).map((counter) => ({ counter, by: -1 as const })),
  }
}

/** Said again: noted now and then, and at once when its severity is another or its source has gone on since. */
function seen(
  occurrence: Occurrence,
  before: Alert,
  { isLater, world, setup, now }: Around & { isLater: boolean },
): Decision | undefined {
  const isWorse = before.status === 'firing' && occurrence.severity !== before.severity
  if (!isWorse && !isLater && now < after(before.lastSeenAt, seenEvery)) return undefined
  const { startsAt = before.startsAt, saidAt = before.saidAt } = occurrence
  const alert = {
    ...before,
    ...(isWorse && { severity: occurrence.severity }),
    ...{ startsAt, saidAt },
    lastSeenAt: now,
    version: before.version + 1,
  }
  const group = before.grouped && world.groups.get(before.grouped.key)
  const isCurrent = group !== undefined && groupId(group) === before.grouped?.id
  const priority = isWorse ? treatmentOf(alert, setup).priority : undefined
  return moveOn(world, {
    ...{ before, alert, news: 'seen', causes: [] },
    ...(priority && isCurrent && { group: raised(group, { priority, severity: alert.severity }, now) }),
  })
}

function moveOn(world: World, decision: Decision): Decision {
  world.alerts.set(alertId(decision.alert), decision.alert)
  if (decision.group) world.groups.set(decision.group.key, decision.group)
  for (const { counter, by } of decision.causes)
    world.firing.set(counter, (world.firing.get(counter) ?? 0) + by)
  return decision
}
