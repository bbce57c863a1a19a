import { after, type Instant, minutes } from '../runtime/instant.ts'
import { type Alert, alertId, type Step } from './alert.ts'
import { enter, held, heldByOthers, type World } from './enter.ts'
import { type Group, groupId, left, raised, takesMore } from './group.ts'
import { type Occurrence, severities } from './occurrence.ts'
import { believedAfter, deduplicate } from './stages/deduplicate.ts'
import { recentChanges, steadyAt } from './stages/flapping.ts'
import { causeOf } from './stages/inhibit.ts'
import { type AlertSetup, type Treated, treatmentOf } from './treatment.ts'

/** That something fires on is noted no more often than this, however often it is said. */
export const seenEvery = believedAfter
/** Of a source that says only when it said so no more often than this. */
const laterEvery = minutes(1)

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

/** The world that is decided on, which moves on with each decision. */
export type Around = { world: World; setup: AlertSetup; now: Instant }

/**
 * Decides on what a source said, and moves the world on by it.
 * @returns undefined for what changes nothing.
 */
export function decide(occurrence: Occurrence, around: Around): Decision | undefined {
  const { world, setup, now } = around
  const before = world.alerts.get(alertId(occurrence))
  const news = deduplicate(occurrence, before)
  if (news.kind === 'outdated') return undefined
  if (news.kind === 'repeats') return before && seen(occurrence, before, { isLater: news.isLater, ...around })
  const treated = treatmentOf(occurrence, setup)
  const changes = [...recentChanges(before?.changes ?? [], treated, now), now]
  const draft = drafted(occurrence, before, { treated, changes, now })
  const decision =
    news.kind === 'fires'
      ? fire(draft, news.step, { treated, world, setup, now })
      : end(draft, before, { step: saidBy(occurrence, news.step), world, now })
  const flaps =
    steadyAt(before?.changes ?? [], treated, now) === undefined &&
    steadyAt(changes, treated, now) !== undefined &&
    heldByOthers(draft, { treated, rules: setup.alertRules, world, now }).hold === undefined
  const { changes: times, minutes: within } = treated.flapping
  return moveOn(world, { ...decision, before, ...(flaps && { flaps: { times, minutes: within } }) })
}

/**
 * Sends an alert on its way again that is held, that was only logged under other rules, or whose group was closed while
 * it came; that may end where it was.
 * @param since only what joined its closed group at this instant or later
 * @returns undefined if there is nothing to be done
 */
export function release(before: Alert, around: Around, since?: Instant): Decision | undefined {
  const { world, setup, now } = around
  const treated = treatmentOf(before, setup)
  const { hold, grouped, ...freed } = before
  const isStranded = grouped !== undefined && !groupOf(before, world) && (!since || grouped.at >= since)
  const wasLogged = !hold && !grouped && treated.opens === 'incident'
  if (before.status !== 'firing' || !(hold || isStranded || wasLogged)) return undefined
  const step: Step = { stage: 'deduplicate', verdict: 'passes', code: 'still_firing' }
  const entered = enter({ ...freed, ...placeOf(treated), version: before.version + 1 }, step, {
    ...{ treated, rules: setup.alertRules, world, now },
    wasHeld: hold !== undefined,
  })
  return moveOn(world, { ...entered, before, news: 'released', causes: [] })
}

/** What waits in a group and is to be held by now leaves it: a cause that came a moment later, a silence made meanwhile. */
export function holdBack(before: Alert, { world, setup, now }: Around): Decision | undefined {
  const group = groupOf(before, world)
  if (before.status !== 'firing' || !group) return undefined
  const treated = treatmentOf(before, setup)
  const { hold, steps } = heldByOthers(before, { treated, rules: setup.alertRules, world, now })
  if (!hold) return undefined
  const { grouped: _, ...freed } = before
  const way = [...before.way, ...steps.slice(-1)]
  const alert = held({ ...freed, way, version: before.version + 1 }, hold, { now })
  return moveOn(world, { before, alert, news: 'released', causes: [], group: left(group, now) })
}

/** The group that counts it, while that takes more. */
function groupOf({ grouped }: Pick<Alert, 'grouped'>, { groups }: World): Group | undefined {
  const group = grouped && groups.get(grouped.key)
  return takesMore(group) && groupId(group) === grouped?.id ? group : undefined
}

const saidBy = ({ by }: Occurrence, step: Step): Step =>
  by ? { ...step, code: 'ended_by_hand', data: { by } } : step

const placeOf = ({ teamId, serviceId, ruleId }: Treated) => ({ teamId, serviceId, ruleId })

function drafted(
  occurrence: Occurrence,
  before: Alert | undefined,
  { treated, changes, now }: { treated: Treated; changes: Instant[]; now: Instant },
): Alert {
  const { restates, by, payload: sent, ...said } = occurrence
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
  const group = before && groupOf(before, world)
  return {
    alert: {
      ...draft,
      resolvedAt: now,
      ...(before?.grouped && { wasGrouped: before.grouped }),
      way: [
        ...(before?.way ?? []),
        step,
        ...(group?.state === 'waiting'
          ? [{ stage: 'transient', verdict: 'stops', code: 'ended_while_waiting' } satisfies Step]
          : []),
      ],
    },
    ...(group && { group: left(group, now) }),
    news: 'ended' as const,
    causes: (before?.inhibits ?? []).map((counter) => ({ counter, by: -1 as const })),
  }
}

/** Said again: noted now and then, and at once when its severity is another or its source has gone on since. */
function seen(
  occurrence: Occurrence,
  before: Alert,
  { isLater, ...around }: Around & { isLater: boolean },
): Decision | undefined {
  const { world, setup, now } = around
  const isFiring = before.status === 'firing'
  const isOther = isFiring && occurrence.severity !== before.severity
  const hasBegunLater = latest(before.startsAt, occurrence.startsAt) !== before.startsAt
  const every = isLater ? laterEvery : seenEvery
  const isNews = isOther || hasBegunLater || (isLater && !isFiring)
  if (!isNews && now < after(before.lastSeenAt, every)) return undefined
  const heard: Alert = {
    ...before,
    ...(isFiring && (isOther || isLater) && wordsOf(occurrence, before)),
    startsAt: latest(before.startsAt, occurrence.startsAt),
    saidAt: latest(before.saidAt, occurrence.saidAt),
    lastSeenAt: now,
  }
  const again = isFiring && goesOn(occurrence, before, around) ? release(heard, around) : undefined
  if (again) return { ...again, before }
  const alert = { ...heard, version: before.version + 1 }
  const group = groupOf(before, world)
  const priority = isOther ? treatmentOf(alert, setup).priority : undefined
  return moveOn(world, {
    ...{ before, alert, news: 'seen', causes: [] },
    ...(priority && group && { group: raised(group, { priority, severity: alert.severity }, now) }),
  })
}

const wordsOf = (
  { title, summary, severity, labels, links, payload }: Occurrence,
  before: Alert,
): Partial<Alert> => ({ title, summary, severity, labels, links, payload: payload ?? before.payload })

const latest = (known: string | undefined, said: string | undefined): string | undefined =>
  known === undefined || (said !== undefined && said > known) ? said : known

/**
 * Whether what is said again is a problem anew, should its group be closed by now: it began later, it is worse, or its
 * source never says when something begins and the time has passed in which it would be the same problem.
 */
function goesOn(occurrence: Occurrence, before: Alert, { world, now }: Around): boolean {
  const isWorse = severities.indexOf(occurrence.severity) < severities.indexOf(before.severity)
  if (isWorse || latest(before.startsAt, occurrence.startsAt) !== before.startsAt) return true
  if (before.hold) return false
  const group = before.grouped && world.groups.get(before.grouped.key)
  const closedAt = group?.state === 'closed' ? group.closedAt : undefined
  return (
    occurrence.startsAt === undefined &&
    (!closedAt || now > after(closedAt, minutes(group?.windowMinutes ?? 0)))
  )
}

function moveOn(world: World, decision: Decision): Decision {
  world.alerts.set(alertId(decision.alert), decision.alert)
  if (decision.group) world.groups.set(decision.group.key, decision.group)
  for (const { counter, by } of decision.causes)
    world.firing.set(counter, (world.firing.get(counter) ?? 0) + by)
  return decision
}
