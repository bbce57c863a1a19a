import { firstAnswer, type Once, rememberAnswer } from '../runtime/idempotency.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Answer } from '../runtime/operation.ts'
import { stale } from '../runtime/stale.ts'
import type { Table } from '../runtime/table.ts'
import type { Announcement, AnnouncementChange, Word } from './announcement.ts'
import { openDeliveries } from './delivery-store.ts'
import { announcementFrom, headItem, headKey, partitionOf } from './head-item.ts'
import { type AnnouncementRecord, listWrites, openAnnouncementLists } from './lists.ts'
import { wakeAnnouncement } from './wake.ts'

type SaveOptions = { now: Instant; answer: (after: Announcement) => Answer; once?: Once }

/** Tries of one wake, while others change the announcement. */
const rounds = 3

const numbered = (kind: 'E' | 'T', id: string, seq: number) => ({
  pk: partitionOf(id),
  sk: `${kind}#${String(seq).padStart(6, '0')}`,
})
const wordKey = (id: string, seq: number) => numbered('E', id, seq)
/** What it did by itself is kept apart from what was said. */
const turnKey = (id: string, generation: number) => numbered('T', id, generation)

export const openAnnouncements = (table: Table) => ({
  ...openAnnouncementLists(table),
  deliveries: openDeliveries(table),

  /** How it stands, without its body. */
  async readHead(id: string): Promise<Announcement | undefined> {
    const head = await table.get(headKey(id))
    return head && announcementFrom(head)
  },

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
    return { announcement: announcementFrom(head, words[0]?.text), words }
  },

  /** One word and the announcement it belongs to, without its body, in one round trip. */
  async readWord(id: string, seq: number): Promise<{ announcement: Announcement; word: Word } | undefined> {
    const items = await table.getMany([headKey(id), wordKey(id, seq)])
    const [head, word] = [headKey(id), wordKey(id, seq)].map(({ sk }) => items.find((item) => item.sk === sk))
    return head && word && { announcement: announcementFrom(head), word: word as unknown as Word }
  },

  /**
   * Stores a change whole or not at all, and only over the state it was decided on.
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

  /**
   * Lets the announcement do what is due by now; quiet when nothing is, also because another wake was faster.
   * @throws Error when there is no such announcement, or it changes too fast.
   */
  async wake(id: string, now: Instant): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      const head = await table.get(headKey(id))
      if (!head) throw new Error(`There is no ${id} to be woken.`)
      const change = wakeAnnouncement(announcementFrom(head), now)
      if (!change) return
      const { before, after, event } = change
      const collisions = await table.transact([
        table.putting(headItem(after), conditionOn(before)),
        table.putting({ ...turnKey(id, event.seq), ...event }),
      ])
      if (collisions.length === 0) return
    }
    throw new Error(`${id} is changing too fast to be woken; it is tried again.`)
  },
})

export type Announcements = ReturnType<typeof openAnnouncements>

/** Every change raises the generation, so it is the state that was read or another. */
const conditionOn = (before: Announcement | undefined) =>
  before
    ? {
        ConditionExpression: 'generation = :generation',
        ExpressionAttributeValues: { ':generation': before.generation },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' }
