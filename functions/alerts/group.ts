import type { Priority } from '../incidents/priority.ts'
import { after, type Instant, minutes, seconds } from '../runtime/instant.ts'
import type { Alert } from './alert.ts'
import type { Severity } from './occurrence.ts'
import type { Treated } from './treatment.ts'

/** What a group shows of the alert that it began with. */
type First = Pick<
  Alert,
  'sourceId' | 'fingerprint' | 'title' | 'summary' | 'severity' | 'labels' | 'links' | 'payload'
>

/**
 * Alerts that are one problem. Of a key there is one group at a time; `serial` tells one from the next.
 * It waits, then opens one incident, and is closed when that ends.
 */
export type Group = {
  key: string
  serial: number
  state: 'waiting' | 'open' | 'closed'
  /** Rises with every due instant that is set, over all groups of the key. */
  generation: number
  dueAt?: Instant
  incidentId?: string
  /** The priority that its incident was last given because of it; a person may have chosen another since. */
  told?: Priority
  /** None of its alerts fires, and its incident, which a person has in hand, says so. */
  isQuiet?: true
  /** How many of its alerts fire, and how many there were. */
  firing: number
  total: number
  teamId: string
  serviceId?: string
  priority: Priority
  /** How severe the alert was that gave the priority. */
  severity: Severity
  first: First
  windowMinutes: number
  formedAt: Instant
  lastAlertAt: Instant
  closedAt?: Instant
  /** The incident of the group before, which ended so short a time ago that it is the same problem. */
  continues?: string
}

export const groupId = ({ key, serial }: Pick<Group, 'key' | 'serial'>): string => `grp_${key}.${serial}`

/** The key in the id of a group. */
export const groupPlace = (id: string): string | undefined => /^grp_([0-9a-f]{32})\./.exec(id)?.[1]

/** A new group of an alert that found none to join. */
export function formed(alert: Alert, treated: Treated, before: Group | undefined, now: Instant): Group {
  const { sourceId, fingerprint, title, summary, severity, labels, links, payload } = alert
  const { groupKey, teamId, serviceId, priority, windowMinutes } = treated
  // A group that ended while it waited in between is no other problem either.
  const former = before?.incidentId ?? before?.continues
  const isSameProblem =
    former !== undefined &&
    before !== undefined &&
    before.closedAt !== undefined &&
    now < after(before.closedAt, minutes(before.windowMinutes))
  return {
    key: groupKey,
    serial: (before?.serial ?? 0) + 1,
    state: 'waiting',
    generation: (before?.generation ?? 0) + 1,
    dueAt: after(now, seconds(Math.max(treated.waitSeconds, treated.transientSeconds))),
    firing: 1,
    total: 1,
    ...{ teamId, serviceId, priority, severity, windowMinutes },
    first: { sourceId, fingerprint, title, summary, severity, labels, links, payload },
    formedAt: now,
    lastAlertAt: now,
    ...(isSameProblem && { continues: former }),
  }
}

/** Whether an alert that fires now belongs to the group, rather than to a new one of the same key. */
export const takesMore = (group: Group | undefined): group is Group =>
  group !== undefined && group.state !== 'closed'

export function joined(
  group: Group,
  { priority }: Treated,
  { severity }: Pick<Alert, 'severity'>,
  now: Instant,
): Group {
  const more = { ...group, firing: group.firing + 1, total: group.total + 1, lastAlertAt: now }
  // Whoever works on it was told that it is quiet.
  const isRekindled = group.state === 'open' && group.firing <= 0
  return raised(isRekindled ? { ...more, ...due(group, now) } : more, { priority, severity }, now)
}

/** As urgent as the most urgent of its alerts ever was; an open incident has to learn of it. */
export function raised(
  group: Group,
  { priority, severity }: Pick<Group, 'priority' | 'severity'>,
  now: Instant,
): Group {
  if (priority >= group.priority) return group
  return { ...group, priority, severity, ...(group.state === 'open' && due(group, now)) }
}

/** One of its alerts fires no more. An open group looks at itself once more: at once when it was the last. */
export function left(group: Group, now: Instant): Group {
  const firing = group.firing - 1
  const looks = group.state === 'open' && (firing <= 0 || group.dueAt === undefined)
  return { ...group, firing, ...(looks && due(group, now)) }
}

const due = ({ generation }: Group, dueAt: Instant) => ({ dueAt, generation: generation + 1 })

/** What a group does once it is due. */
export type Turn = 'open' | 'close' | 'resolve' | 'rekindle' | 'raise' | 'rest'

/** @param incident how its incident stands, if it has one: the priority, and whether it is still open. */
export function turnOf(
  group: Group,
  incident: { isOpen: boolean; priority: Priority } | undefined,
  now: Instant,
): Turn {
  if (group.state === 'waiting') {
    if (group.firing <= 0) return 'close'
    return group.dueAt !== undefined && group.dueAt <= now ? 'open' : 'rest'
  }
  if (group.state === 'closed' || !incident) return 'rest'
  if (!incident.isOpen) return 'close'
  if (group.firing <= 0) return group.isQuiet ? 'rest' : 'resolve'
  if (group.isQuiet) return 'rekindle'
  const isNews = group.told === undefined || group.priority < group.told
  return isNews && group.priority < incident.priority ? 'raise' : 'rest'
}
