import * as z from 'zod/mini'
import { dueKeys } from '../runtime/due-keys.ts'
import { firstAnswer, type Once, rememberAnswer } from '../runtime/idempotency.ts'
import { after, days, epochSeconds, type Instant } from '../runtime/instant.ts'
import type { Answer } from '../runtime/operation.ts'
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '../runtime/page.ts'
import { stale } from '../runtime/stale.ts'
import type { Item, Key, Table, Write } from '../runtime/table.ts'
import type { Control, ControlChange, ControlEvent, ControlTurn } from './control-change.ts'

/** What is over is found for so long. */
const keptFor = days(400)
/** Tries of one wake, while others change it. */
const rounds = 3

/** What stores of silences and of maintenances differ in. */
type Kind<Kept extends Control, Event extends ControlEvent> = {
  name: 'silence' | 'maintenance'
  turnOf(one: Kept): ControlTurn | undefined
  woken(one: Kept, now: Instant): ControlChange<Kept, Event> | undefined
}

type Saving<Kept> = { now: Instant; answer: (after: Kept | undefined) => Answer; once?: Once }

/** Where a page ended: in which of the two lists, after which id. */
const Place = z.object({ list: z.enum(['live', 'ended']), after: z.string().check(z.maxLength(64)) })

const expires = (at: Instant) => epochSeconds(after(at, keptFor))

/**
 * What holds alerts back, in two lists: what is not over, which the pipeline reads whole with each batch, and what was.
 */
export function openControls<Kept extends Control, Event extends ControlEvent>(
  table: Table,
  { name, turnOf, woken }: Kind<Kept, Event>,
) {
  type Change = ControlChange<Kept, Event>
  const livePartition = `CTL#${name}`
  const endedPartition = `CTL#${name}#ended`
  const liveKey = (id: string): Key => ({ pk: livePartition, sk: id })
  const endedKey = (id: string): Key => ({ pk: endedPartition, sk: id })

  function itemOf(one: Kept): Item {
    const turn = turnOf(one)
    const { version, ...rest } = one
    return {
      ...(one.endedAt === undefined ? liveKey(one.id) : endedKey(one.id)),
      ...{ ...rest, generation: version },
      ...(turn && dueKeys(one.id, turn)),
      ...(one.endedAt !== undefined && { expiresAtEpoch: expires(one.endedAt) }),
    }
  }

  function keptFrom(item: Item): Kept {
    const { pk, sk, generation, dueKey, nextDueAt, dueKind, expiresAtEpoch, ...rest } = item
    return { ...rest, version: generation } as unknown as Kept
  }

  function writesFor({ before, after: next, events }: Change): Write[] {
    const isAsRead = before
      ? {
          ConditionExpression: 'generation = :generation',
          ExpressionAttributeValues: { ':generation': before.version },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
    const id = String(next?.id ?? before?.id)
    const stays = next !== undefined && next.endedAt === undefined
    return [
      stays
        ? table.putting(itemOf(next), isAsRead)
        : { Delete: { TableName: table.name, Key: liveKey(id), ...isAsRead } },
      ...(next && !stays ? [table.putting(itemOf(next))] : []),
      ...events.map((event) => table.putting(eventItem(id, next?.version ?? 0, event))),
    ]
  }

  async function readLive(): Promise<Kept[]> {
    const items = await table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': livePartition },
      ConsistentRead: true,
    })
    return items.map(keptFrom)
  }

  async function readEnded(limit: number, before = '~'): Promise<{ items: Kept[]; isMore: boolean }> {
    const { items, lastKey } = await table.query({
      KeyConditionExpression: 'pk = :pk AND sk < :before',
      ExpressionAttributeValues: { ':pk': endedPartition, ':before': before },
      ScanIndexForward: false,
      Limit: limit,
      ConsistentRead: true,
    })
    return { items: items.map(keptFrom), isMore: lastKey !== undefined }
  }

  return {
    /** Everything that is not over, or was not when somebody looked last. */
    readLive,

    async read(id: string): Promise<Kept | undefined> {
      const [item] = await table.getMany([liveKey(id), endedKey(id)])
      return item && keptFrom(item)
    },

    /** What is not over and then what is, each with the one that was made last first. */
    async readPage(which: 'live' | 'ended' | 'all', { limit, cursor }: PageRequest): Promise<Page<Kept>> {
      const place = decodeCursor(cursor, Place)
      const isPast = place?.list === 'ended' || which === 'ended'
      const all = isPast ? [] : (await readLive()).sort((a, b) => (a.id < b.id ? 1 : -1))
      const live = all.filter(({ id }) => !place || id < place.after)
      const shown = live.slice(0, limit)
      const last = shown.at(-1)
      if (live.length > limit && last) {
        return { items: shown, nextCursor: encodeCursor({ list: 'live', after: last.id }) }
      }
      if (which === 'live') return { items: shown }
      const room = limit - shown.length
      if (room === 0) return { items: shown, nextCursor: encodeCursor({ list: 'ended', after: '~' }) }
      const ended = await readEnded(room, place?.list === 'ended' ? place.after : undefined)
      const end = ended.items.at(-1)
      return {
        items: [...shown, ...ended.items],
        nextCursor: ended.isMore && end ? encodeCursor({ list: 'ended', after: end.id }) : undefined,
      }
    },

    /**
     * Stores a change whole or not at all, and only over what it was decided on.
     * @returns the answer, or the first answer again when this request was answered before.
     * @throws Refusal `stale` when somebody else was faster.
     */
    async save(change: Change, { now, answer, once }: Saving<Kept>): Promise<Answer> {
      const saved = answer(change.after)
      const remembering = once ? [rememberAnswer(table, once, saved, now)] : []
      const collisions = await table.transact([...remembering, ...writesFor(change)])
      if (collisions.length === 0) return saved
      const remembered = once && collisions.find(({ index }) => index === 0)?.item
      if (once && remembered) return firstAnswer(remembered, once)
      throw stale()
    },

    /** Does what is due by now; quiet when nothing is (any more). @throws Error when it changes too fast. */
    async wake(id: string, now: Instant): Promise<void> {
      for (let round = 0; round < rounds; round++) {
        const item = await table.get(liveKey(id))
        const change = item && woken(keptFrom(item), now)
        if (!change) return
        if ((await table.transact(writesFor(change))).length === 0) return
      }
      throw new Error(`${id} is changing too fast to be woken; it is tried again.`)
    },
  }
}

/** In a partition of its own, with the sends that follow from it. */
const eventItem = (id: string, version: number, event: ControlEvent): Item => ({
  ...{ pk: id, sk: `E#${String(version).padStart(6, '0')}-${event.type.split('.')[1]}` },
  ...event,
  expiresAtEpoch: expires(event.at),
})
