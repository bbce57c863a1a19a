import { formatSendKey } from '../mail/send-key.ts'
import { after, type Instant, seconds } from '../runtime/instant.ts'
import { encodeCursor, type Page, type PageRequest } from '../runtime/page.ts'
import { type Item, isConditionFailed, type Key, type Table } from '../runtime/table.ts'
import { partitionOf } from './head-item.ts'
import { deliveryPlaceIn } from './place.ts'
import type { Counts } from './representation.ts'

/** One word of an announcement on its way to the people of one shard whose ids lie after `afterId`, up to `untilId`. */
export type Chunk = { announcementId: string; seq: number; shard: number; afterId?: string; untilId: string }

/** `claimed` is ambiguous until it is settled: the mail may or may not have left. */
export type DeliveryStatus = 'claimed' | 'sent' | 'failed' | 'delivered' | 'bounced' | 'complained'
export type Delivery = {
  seq: number
  recipient: { id: string; name: string }
  channel: 'mail'
  status: DeliveryStatus
  at: Instant
}

/** A try lasts no longer than this; a claim that is older was left behind by one that died. */
export const leaseMilliseconds = seconds(30)

const place = (seq: number, shard: number) =>
  `${String(seq).padStart(6, '0')}#${String(shard).padStart(2, '0')}`
const claimKey = ({ announcementId, seq, shard }: Chunk, personId: string): Key => ({
  pk: partitionOf(announcementId),
  sk: `D#${place(seq, shard)}#${personId}`,
})
const totalKey = (announcementId: string, seq: number): Key => ({
  pk: partitionOf(announcementId),
  sk: `P#${String(seq).padStart(6, '0')}#total`,
})
const progressKey = ({ announcementId, seq, shard, untilId }: Chunk): Key => ({
  pk: partitionOf(announcementId),
  sk: `P#${place(seq, shard)}#${untilId}`,
})

/** The mails of announcements: a claim for each person and word, and how far each chunk has come. */
export const openDeliveries = (table: Table) => ({
  /** The name of one mail, the same on every try. */
  sendKeyOf: (chunk: Chunk, personId: string): string => formatSendKey(claimKey(chunk, personId)),

  /** What is known of a chunk's mails, by person. */
  async readChunk(chunk: Chunk): Promise<Map<string, DeliveryStatus>> {
    const { items, lastKey } = await table.query({
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': partitionOf(chunk.announcementId),
        ':from': claimKey(chunk, chunk.afterId ?? '').sk,
        ':to': claimKey(chunk, chunk.untilId).sk,
      },
      ConsistentRead: true,
    })
    if (lastKey) throw new Error('A chunk is larger than one page of the table.')
    return new Map(
      items.map(({ recipient, status }) => [(recipient as { id: string }).id, status as DeliveryStatus]),
    )
  },

  /** Takes one mail for this try. @returns false when it is settled, or another try has it in hand. */
  async claim(chunk: Chunk, person: { id: string; name: string }, now: Instant): Promise<boolean> {
    const key = claimKey(chunk, person.id)
    const leaseUntil = after(now, leaseMilliseconds)
    try {
      await table.put({
        Item: {
          ...key,
          recipient: { id: person.id, name: person.name },
          channel: 'mail',
          status: 'claimed' satisfies DeliveryStatus,
          at: now,
          leaseUntil,
          sendKey: formatSendKey(key),
        },
        // A lease further off than any that is given now was given by a clock that has been set back.
        ConditionExpression:
          'attribute_not_exists(pk) OR (#status = :claimed AND (leaseUntil <= :now OR leaseUntil > :until))',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':claimed': 'claimed', ':now': now, ':until': leaseUntil },
      })
      return true
    } catch (error) {
      if (isConditionFailed(error)) return false
      throw error
    }
  },

  /** Settles a claim; news of the delivery that came faster stay. */
  async settle(chunk: Chunk, personId: string, status: 'sent' | 'failed', now: Instant): Promise<void> {
    await changeClaim(
      table,
      claimKey(chunk, personId),
      'SET #status = :status, #at = :now REMOVE leaseUntil',
      {
        names: { '#at': 'at' },
        values: { ':status': status, ':now': now },
      },
    )
  },

  /** Gives a claim back after a try that ended without an answer: it stays ambiguous, but nobody has it in hand. */
  async release(chunk: Chunk, personId: string, now: Instant): Promise<void> {
    await changeClaim(table, claimKey(chunk, personId), 'SET leaseUntil = :now', { values: { ':now': now } })
  },

  async writeTotal(announcementId: string, seq: number, total: number): Promise<void> {
    await table.put({ Item: { ...totalKey(announcementId, seq), total } })
  },

  async writeProgress(chunk: Chunk, { sent, failed }: Omit<Counts, 'total'>): Promise<void> {
    await table.put({ Item: { ...progressKey(chunk), sent, failed } })
  },

  /** How many mails the announcement and its updates make, and how many of them are through: a sum over chunks, not people. */
  async count(announcementId: string): Promise<Counts> {
    const counts = { total: 0, sent: 0, failed: 0 }
    const items = await table.queryAll(startingWith(announcementId, 'P#'))
    for (const { total = 0, sent = 0, failed = 0 } of items as Partial<Counts>[]) {
      counts.total += total
      counts.sent += sent
      counts.failed += failed
    }
    return counts
  },

  async list(announcementId: string, { limit, cursor }: PageRequest): Promise<Page<Delivery>> {
    const place = deliveryPlaceIn(cursor)
    const { items, lastKey } = await table.query({
      ...startingWith(announcementId, 'D#'),
      Limit: limit,
      ExclusiveStartKey: place && { pk: partitionOf(announcementId), sk: `D#${place.after}` },
    })
    const reached = lastKey && { after: String(lastKey.sk).slice('D#'.length) }
    return { items: items.map(deliveryFrom), nextCursor: encodeCursor(reached) }
  },
})

export type Deliveries = ReturnType<typeof openDeliveries>

const startingWith = (announcementId: string, prefix: string) => ({
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
  ExpressionAttributeValues: { ':pk': partitionOf(announcementId), ':prefix': prefix },
})

async function changeClaim(
  table: Table,
  key: Key,
  expression: string,
  { names, values }: { names?: Record<string, string>; values: Record<string, unknown> },
): Promise<void> {
  try {
    await table.update({
      Key: key,
      ConditionExpression: '#status = :claimed',
      UpdateExpression: expression,
      ExpressionAttributeNames: { '#status': 'status', ...names },
      ExpressionAttributeValues: { ':claimed': 'claimed', ...values },
    })
  } catch (error) {
    if (!isConditionFailed(error)) throw error
  }
}

const deliveryFrom = ({ sk, recipient, status, at }: Item): Delivery => ({
  seq: Number(sk.split('#')[1]),
  recipient: recipient as Delivery['recipient'],
  channel: 'mail',
  status: status as DeliveryStatus,
  at: String(at),
})
