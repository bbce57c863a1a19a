import { dueKeys } from '../runtime/due-keys.ts'
import { after, days, epochSeconds, type Instant } from '../runtime/instant.ts'
import { type Item, isConditionFailed, type Table } from '../runtime/table.ts'
import { isLosing, type LosingReason, type Reason, reasons } from './refused.ts'
import type { Storm } from './storm.ts'
import {
  captureEvery,
  type Hour,
  hourOf,
  keptHours,
  mostCaptured,
  stormAbove,
  windowCount,
  windowEnd,
  windowOf,
} from './traffic.ts'

/** A request as it came last, kept to try a mapping on it. `isCut` where it was longer than what is kept. */
export type Captured = { at: Instant; outcome: 'accepted' | Reason; text: string; isCut?: boolean }

type Counted = { requests: number; accepted: number; truncated?: number; at: Instant }

const partition = (sourceId: string) => `SRC#${sourceId}`
const hourPlace = (sourceId: string, at: Instant) => ({ pk: partition(sourceId), sk: `T#${hourOf(at)}` })
const stormPlace = (sourceId: string) => ({ pk: partition(sourceId), sk: 'storm' })
const capturePlace = (sourceId: string) => ({ pk: partition(sourceId), sk: 'captured' })
const forgottenAt = (at: Instant, milliseconds: number) => epochSeconds(after(at, milliseconds))

/** What came from each source, counted by the hour; its storms, and the last request of it. */
export function openTraffic(table: Table) {
  /** In which five minutes this container asked for a storm, or kept a request: it need not again. */
  const stormsAsked = new Map<string, number>()
  const capturedAt = new Map<string, Instant>()
  /** On which day this container last said that a source is refused for a reason. */
  const refusingSaid = new Map<string, string>()

  async function count(sourceId: string, at: Instant, counts: Record<string, number>): Promise<Item> {
    const added = Object.entries(counts).filter(([, value]) => value > 0)
    const names = Object.fromEntries(added.map(([name], index) => [`#n${index}`, name]))
    const values = Object.fromEntries(added.map(([, value], index) => [`:n${index}`, value]))
    const adding = added.map((_, index) => `#n${index} :n${index}`).join(', ')
    const item = await table.update({
      Key: hourPlace(sourceId, at),
      UpdateExpression: `SET lastAt = :at, expiresAtEpoch = :forgotten${adding && ` ADD ${adding}`}`,
      ...(added.length > 0 && { ExpressionAttributeNames: names }),
      ExpressionAttributeValues: { ...values, ':at': at, ':forgotten': forgottenAt(at, keptHours) },
      ReturnValues: 'ALL_NEW',
    })
    return item as Item
  }

  async function startStorm(sourceId: string, requests: number, at: Instant): Promise<void> {
    const window = windowCount(at)
    if (stormsAsked.get(sourceId) === window) return
    const storm: Storm = { sourceId, startedAt: at, generation: window, requests }
    await table.transact([
      table.putting(stormItem(storm, windowEnd(at)), {
        ConditionExpression: 'attribute_not_exists(pk) OR attribute_exists(endedAt)',
      }),
      table.putting(stormEvent('storm.started', storm, at)),
    ])
    stormsAsked.set(sourceId, window)
  }

  /** Says that a source is refused for a reason: once a day, with one event. */
  async function sayRefusing(sourceId: string, reason: Reason, at: Instant): Promise<void> {
    const [name, day] = [`${sourceId} ${reason}`, at.slice(0, 10)]
    if (!isLosing(reason) || refusingSaid.get(name) === day) return
    await table
      .put({
        Item: refusingEvent(sourceId, reason, at),
        ConditionExpression: 'attribute_not_exists(pk)',
      })
      .catch(unlessTooSoon)
    refusingSaid.set(name, day)
  }

  return {
    /**
     * Counts what was taken from a source. @returns its requests in the current five minutes of the clock; past 300 a
     * storm begins, with one event.
     */
    async noteTraffic(sourceId: string, { requests, accepted, truncated = 0, at }: Counted): Promise<number> {
      const window = `w${windowOf(at)}`
      const item = await count(sourceId, at, { requests, accepted, truncated, [window]: requests })
      const inWindow = Number(item[window] ?? 0)
      if (inWindow > stormAbove) await startStorm(sourceId, inWindow, at)
      return inWindow
    },

    async noteRefusal(sourceId: string, reason: Reason, at: Instant): Promise<void> {
      await Promise.all([
        count(sourceId, at, { [`refused_${reason}`]: 1 }),
        sayRefusing(sourceId, reason, at),
      ])
    },

    /** Alerts of a request that was taken, which could not be. */
    async noteLeftOut(sourceId: string, all: readonly { reason: Reason }[], at: Instant): Promise<void> {
      const byReason = [...Map.groupBy(all, ({ reason }) => reason)]
      const counts = byReason.map(([reason, some]) => [`refused_${reason}`, some.length])
      await Promise.all([
        count(sourceId, at, { leftOut: all.length, ...Object.fromEntries(counts) }),
        ...byReason.map(([reason]) => sayRefusing(sourceId, reason, at)),
      ])
    },

    /** Keeps a request: each that was refused, of those that were accepted one a minute. */
    async capture(
      sourceId: string,
      { text, outcome, at }: Pick<Captured, 'text' | 'outcome' | 'at'>,
    ): Promise<void> {
      const isDueFrom = after(at, -captureEvery)
      if (outcome === 'accepted' && (capturedAt.get(sourceId) ?? '') > isDueFrom) return
      capturedAt.set(sourceId, at)
      const kept = Buffer.from(text)
        .subarray(0, mostCaptured)
        .toString()
        .replace(/\uFFFD+$/, '')
      const isCut = Buffer.byteLength(text) > mostCaptured
      const item = { ...capturePlace(sourceId), at, outcome, text: kept, ...(isCut && { isCut }) }
      await table
        .put({
          Item: item,
          ...(outcome === 'accepted' && {
            ConditionExpression: 'attribute_not_exists(pk) OR #at <= :due',
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: { ':due': isDueFrom },
          }),
        })
        .catch(unlessTooSoon)
    },

    async captured(sourceId: string): Promise<Captured | undefined> {
      const item = await table.get(capturePlace(sourceId))
      return item && capturedFrom(item)
    },

    async requestsIn(sourceId: string, at: Instant): Promise<number> {
      const item = await table.get(hourPlace(sourceId, at))
      return Number(item?.[`w${windowOf(at)}`] ?? 0)
    },

    async read(sourceId: string): Promise<{ hours: Hour[]; captured?: Captured; storm?: Storm }> {
      const [{ items: hours }, others] = await Promise.all([
        table.query({
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :hours)',
          ExpressionAttributeValues: { ':pk': partition(sourceId), ':hours': 'T#' },
          ScanIndexForward: false,
          Limit: 24,
          ConsistentRead: true,
        }),
        table.getMany([capturePlace(sourceId), stormPlace(sourceId)]),
      ])
      const captured = others.find(({ sk }) => sk === 'captured')
      const storm = others.find(({ sk }) => sk === 'storm')
      return {
        hours: hours.map(hourFrom),
        ...(captured && { captured: capturedFrom(captured) }),
        ...(storm && { storm: stormFrom(storm) }),
      }
    },

    /** The storms of some sources that are not over, in one round trip for up to a hundred sources. */
    async storms(sourceIds: readonly string[]): Promise<Storm[]> {
      const pages = Array.from({ length: Math.ceil(sourceIds.length / 100) }, (_, page) =>
        table.getMany(sourceIds.slice(page * 100, (page + 1) * 100).map(stormPlace)),
      )
      const items = (await Promise.all(pages)).flat()
      return items.map(stormFrom).filter(({ endedAt }) => endedAt === undefined)
    },

    async storm(sourceId: string): Promise<Storm | undefined> {
      const item = await table.get(stormPlace(sourceId))
      return item && stormFrom(item)
    },

    /** Puts a storm over the one that was read: it goes on until an instant, or it ended. Quiet when it changed. */
    async turnStorm(before: Storm, turned: Storm, now: Instant): Promise<void> {
      await table.transact([
        table.putting(stormItem(turned, turned.endedAt ? undefined : windowEnd(now)), {
          ConditionExpression: 'generation = :generation AND attribute_not_exists(endedAt)',
          ExpressionAttributeValues: { ':generation': before.generation },
        }),
        ...(turned.endedAt ? [table.putting(stormEvent('storm.ended', turned, now))] : []),
      ])
    },
  }
}
export type Traffic = ReturnType<typeof openTraffic>

function unlessTooSoon(error: unknown): void {
  if (!isConditionFailed(error)) throw error
}

const stormItem = (storm: Storm, dueAt: Instant | undefined): Item => ({
  ...stormPlace(storm.sourceId),
  ...storm,
  id: `storm_${storm.sourceId}`,
  ...(dueAt && dueKeys(`storm_${storm.sourceId}`, { kind: 'storm', dueAt })),
})

function stormEvent(
  type: 'storm.started' | 'storm.ended',
  { sourceId, startedAt, requests }: Storm,
  at: Instant,
): Item {
  return {
    ...{ pk: partition(sourceId), sk: `E#${startedAt}#${type}` },
    ...{ type, at, sourceId, startedAt, requests },
    expiresAtEpoch: forgottenAt(at, days(90)),
  }
}

const refusingEvent = (sourceId: string, reason: LosingReason, at: Instant): Item => ({
  ...{ pk: partition(sourceId), sk: `E#${at.slice(0, 10)}#source.refusing#${reason}` },
  ...{ type: 'source.refusing', at, sourceId, reason },
  expiresAtEpoch: forgottenAt(at, days(90)),
})

const stormFrom = ({ sourceId, startedAt, generation, requests, endedAt }: Item): Storm => ({
  sourceId: String(sourceId),
  startedAt: String(startedAt),
  generation: Number(generation),
  requests: Number(requests),
  ...(endedAt !== undefined && { endedAt: String(endedAt) }),
})

const capturedFrom = ({ at, outcome, text, isCut }: Item): Captured => ({
  ...{ at: String(at), outcome: outcome as Captured['outcome'], text: String(text) },
  ...(isCut === true && { isCut }),
})

const hourFrom = (item: Item): Hour => ({
  at: item.sk.slice(2),
  requests: Number(item.requests ?? 0),
  accepted: Number(item.accepted ?? 0),
  truncated: Number(item.truncated ?? 0),
  leftOut: Number(item.leftOut ?? 0),
  refused: Object.fromEntries(
    reasons.flatMap((reason) => {
      const count = item[`refused_${reason}`]
      return count === undefined ? [] : [[reason, Number(count)]]
    }),
  ),
  ...(item.lastAt !== undefined && { lastAt: String(item.lastAt) }),
})
