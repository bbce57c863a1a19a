import { firstAnswer, type Once, rememberAnswer } from '../runtime/idempotency.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Answer } from '../runtime/operation.ts'
import { stale } from '../runtime/stale.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import type { Announcement, AnnouncementChange, Word } from './announcement.ts'
import { openDeliveries } from './delivery-store.ts'

/** An announcement with what was said: all of it, or as lists hold it, the first word and the newest. */
export type AnnouncementRecord = { announcement: Announcement; words: Word[] }

type SaveOptions = { now: Instant; answer: (after: Announcement) => Answer; once?: Once }

/** Lists answer at most this many; who announces more at once has other worries. */
const mostActive = 50
const mostRecent = 100

const partitionOf = (id: string) => `ANN#${id}`
const headKey = (id: string) => ({ pk: partitionOf(id), sk: '!head' })
const wordKey = (id: string, seq: number) => ({
  pk: partitionOf(id),
  sk: `E#${String(seq).padStart(6, '0')}`,
})

/** What is not resolved stands in the order of its end, so that what has ended is beyond the range that is read. */
const activeKey = ({ id, endsAt }: Announcement) => ({ pk: 'ANN#active', sk: `${endsAt ?? '9999'}#${id}` })
const recentKey = ({ id, updatedAt }: Announcement) => ({ pk: 'ANN#recent', sk: `${updatedAt}#${id}` })

export function openAnnouncements(table: Table) {
  async function newest(
    pk: string,
    range: { from: string; to: string },
    limit: number,
  ): Promise<AnnouncementRecord[]> {
    const found: Item[] = []
    let place: Record<string, unknown> | undefined
    do {
      const { items, lastKey } = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': range.from, ':to': range.to },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limit - found.length,
        ExclusiveStartKey: place,
      })
      found.push(...items)
      place = lastKey
    } while (place && found.length < limit)
    return found.map(({ announcement, words }) => ({ announcement, words }) as AnnouncementRecord)
  }

  return {
    deliveries: openDeliveries(table),

    async read(id: string): Promise<AnnouncementRecord | undefined> {
      const [head, events] = await Promise.all([
        table.get(headKey(id)),
        table.query({
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': partitionOf(id), ':prefix': 'E#' },
          ConsistentRead: true,
        }),
      ])
      if (!head) return undefined
      const words = events.items.map(({ pk, sk, ...word }) => word as unknown as Word)
      const { pk, sk, ...rest } = head
      return { announcement: { ...rest, body: words[0]?.text ?? '' } as unknown as Announcement, words }
    },

    /** One word and the announcement it belongs to, without its body, in one round trip. */
    async readWord(id: string, seq: number): Promise<{ announcement: Announcement; word: Word } | undefined> {
      const items = await table.getMany([headKey(id), wordKey(id, seq)])
      const [head, word] = ['!head', wordKey(id, seq).sk].map((sk) => items.find((item) => item.sk === sk))
      return (
        head &&
        word &&
        ({ announcement: head, word } as unknown as { announcement: Announcement; word: Word })
      )
    },

    /** What has been announced and is not over, newest first. */
    async readActive(now: Instant): Promise<AnnouncementRecord[]> {
      const records = await newest('ANN#active', { from: `${now}~`, to: '~' }, mostActive)
      return records.sort(byPublication)
    },

    /** What is over: resolved, or past its announced end; newest first. */
    async readRecent(now: Instant, limit = mostRecent): Promise<AnnouncementRecord[]> {
      const [resolved, ended] = await Promise.all([
        newest('ANN#recent', { from: '0', to: '~' }, limit),
        newest('ANN#active', { from: '0', to: `${now}~` }, limit),
      ])
      return [...resolved, ...ended].sort(byPublication).slice(0, limit)
    },

    /**
     * Stores a change whole or not at all, and only over the version it was decided on.
     * @returns the answer for the new state, or the first answer again when this request was answered before.
     * @throws Refusal `stale` when somebody else was faster.
     */
    async save(change: AnnouncementChange, { now, answer, once }: SaveOptions): Promise<Answer> {
      const saved = answer(change.after)
      const writes = [
        table.putting(headItem(change.after), conditionOn(change.before)),
        ...(once ? [rememberAnswer(table, once, saved, now)] : []),
        ...change.events.map((word) => table.putting({ ...wordKey(change.after.id, word.seq), ...word })),
        ...listWrites(table, change),
      ]
      const collisions = await table.transact(writes)
      if (collisions.length === 0) return saved
      const remembered = once && collisions.find(({ index }) => index === 1)?.item
      if (once && remembered) return firstAnswer(remembered, once)
      throw stale()
    },

    /** What this request was answered before, if it came already: for when its own effect makes it impossible now. */
    async recall(once: Once, now: Instant): Promise<Answer | undefined> {
      const place = rememberAnswer(table, once, { status: 0 }, now).Put?.Item as Item
      const item = await table.get({ pk: place.pk, sk: place.sk })
      return item && String(item.expiresAt) > now ? firstAnswer(item, once) : undefined
    },
  }
}

export type Announcements = ReturnType<typeof openAnnouncements>

const byPublication = (a: AnnouncementRecord, b: AnnouncementRecord) =>
  a.announcement.publishedAt < b.announcement.publishedAt ? 1 : -1

/** The head leaves the body to the first word. */
function headItem({ body, ...announcement }: Announcement): Item {
  return { ...headKey(announcement.id), ...announcement }
}

/** The announcement's row in the one list where it belongs now. */
function listWrites(table: Table, { before, after, events }: AnnouncementChange): Write[] {
  const row = { announcement: after, words: events }
  if (after.stage !== 'resolved') return [table.putting({ ...activeKey(after), ...row })]
  const removal: Write = { Delete: { TableName: table.name, Key: activeKey(after) } }
  return [table.putting({ ...recentKey(after), ...row }), ...(before ? [removal] : [])]
}

const conditionOn = (before: Announcement | undefined) =>
  before
    ? { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': before.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' }
