import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { dueKeys } from '../runtime/due-keys.ts'
import { after, days, epochSeconds, type Instant } from '../runtime/instant.ts'
import type { Item, Key } from '../runtime/table.ts'
import { type Alert, alertId } from './alert.ts'
import { type Group, groupId } from './group.ts'
import { type Occurrence, severities } from './occurrence.ts'

/** What ended is kept so long. */
const keptFor = days(30)
/** What fires is not forgotten while it does; a source that is gone for so long is not coming back. */
const firesFor = days(400)
/** Longer than the name of an execution stays refused, so that generations never come twice. */
const groupsKeptFor = days(120)

const pack = (value: unknown) => deflateRawSync(JSON.stringify(value), { level: 1 })
const unpack = (packed: unknown) => JSON.parse(inflateRawSync(packed as Uint8Array).toString())

export const listKeys = {
  firing: (teamId: string) => `AF#${teamId}`,
  resolved: (teamId: string) => `AR#${teamId}`,
  /** Of a group, by its id, or of what holds alerts back. */
  of: (id: string) => `AG#${id}`,
}

export const alertKey = (id: string): Key => ({ pk: id, sk: '!alert' })
export const groupKey = (key: string): Key => ({ pk: `grp_${key}`, sk: '!group' })
export const counterKey = (counter: string): Key => ({ pk: counter, sk: '!firing' })

/** The most severe first, and of those the latest last. */
const workOrderOf = ({ status, severity, firedAt, resolvedAt, fingerprint }: Alert) =>
  `${status === 'firing' ? severities.indexOf(severity) : severities.length}#${resolvedAt ?? firedAt}#${fingerprint}`

export function alertItem(alert: Alert, now: Instant): Item {
  const { sourceId, fingerprint, status, title, severity, serviceId, teamId, version, ...others } = alert
  const { firedAt, resolvedAt, lastSeenAt, hold, grouped, wasGrouped, ...body } = others
  const id = alertId(alert)
  const belongsTo = grouped?.id ?? hold?.id ?? wasGrouped?.id
  return {
    ...alertKey(id),
    ...{ id, sourceId, fingerprint, title, severity, serviceId, teamId, version },
    ...{ resolvedAt, hold, grouped, wasGrouped },
    ...{ state: status, createdAt: firedAt, updatedAt: lastSeenAt, holdReason: hold?.by },
    teamKey: status === 'firing' ? listKeys.firing(teamId) : listKeys.resolved(teamId),
    workOrder: workOrderOf(alert),
    ...(belongsTo && { assigneeKey: listKeys.of(belongsTo) }),
    ...(hold && { generation: version, ...dueKeys(id, { kind: 'alert', dueAt: hold.asksAt }) }),
    expiresAtEpoch: epochSeconds(after(now, status === 'firing' ? firesFor : keptFor)),
    body: pack(body),
  }
}

export function alertFrom(item: Item): Alert {
  const { sourceId, fingerprint, title, severity, serviceId, teamId, version, hold, grouped, wasGrouped } =
    item
  const { state, createdAt, updatedAt, resolvedAt, body } = item
  const known = { sourceId, fingerprint, title, severity, teamId, version, ...unpack(body) }
  const optional = Object.entries({ serviceId, resolvedAt, hold, grouped, wasGrouped })
  return {
    ...{ ...known, status: state, firedAt: createdAt, lastSeenAt: updatedAt },
    ...Object.fromEntries(optional.filter(([, value]) => value !== undefined)),
  } as Alert
}

export function groupItem(group: Group): Item {
  const { key, generation, dueAt, first, state, ...rest } = group
  const place = groupKey(key)
  return {
    ...place,
    ...{ id: place.pk, key, generation, state, ...rest, first: pack(first) },
    ...(dueAt && dueKeys(place.pk, { kind: 'group', dueAt })),
    expiresAtEpoch: epochSeconds(after(group.lastAlertAt, state === 'closed' ? groupsKeptFor : firesFor)),
  }
}

export function groupFrom(item: Item): Group {
  const { pk, sk, id, first, nextDueAt, dueKey, dueKind, expiresAtEpoch, ...rest } = item
  return { ...rest, first: unpack(first), ...(nextDueAt ? { dueAt: nextDueAt } : {}) } as unknown as Group
}

/** What wakes a group on the minute: an execution is armed for it. */
export const groupEvent = (group: Group, now: Instant): Item => ({
  pk: groupKey(group.key).pk,
  sk: `E#${String(group.generation).padStart(8, '0')}`,
  ...{ type: 'group.due', at: now, groupId: groupId(group) },
  wake: { generation: group.generation, kind: 'group', dueAt: group.dueAt },
  expiresAtEpoch: epochSeconds(after(now, days(7))),
})

export const flappingEvent = (
  alert: Alert,
  { times, minutes: within }: { times: number; minutes: number },
  now: Instant,
): Item => ({
  pk: alertId(alert),
  sk: `E#${String(alert.version).padStart(8, '0')}`,
  ...{ type: 'alert.flapping', at: now, alertId: alertId(alert) },
  ...{ title: alert.title, sourceId: alert.sourceId, teamId: alert.teamId, changes: times, minutes: within },
  expiresAtEpoch: epochSeconds(after(now, keptFor)),
})

const shards = 4
export const logPartition = (sourceId: string, day: string, shard: number): string =>
  `AL#${sourceId}#${day}#${shard}`
export const logShards = Array.from({ length: shards }, (_, shard) => shard)

/** A change as its source said it, for trying rules on: what only repeats is not kept. */
export function logItem(occurrence: Occurrence, now: Instant): Item {
  const { sourceId, fingerprint, status, receivedAt, payload, ...said } = occurrence
  const shard = Number.parseInt(fingerprint.slice(0, 2), 16) % shards
  return {
    pk: logPartition(sourceId, receivedAt.slice(0, 10), shard),
    sk: `${receivedAt}#${fingerprint}#${status}`,
    said: pack({ sourceId, fingerprint, status, receivedAt, ...said }),
    expiresAtEpoch: epochSeconds(after(now, keptFor)),
  }
}

export const occurrenceFrom = (item: Item): Occurrence => unpack(item.said) as Occurrence

/** Which incident a group made; kept when the group of its key is long another one. */
export const madeItem = (group: Group, incidentId: string): Item => ({
  pk: groupKey(group.key).pk,
  sk: `S#${group.serial}`,
  incidentId,
  expiresAtEpoch: epochSeconds(after(group.lastAlertAt, groupsKeptFor)),
})
