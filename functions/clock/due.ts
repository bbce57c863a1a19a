import { everyDueKey } from '../runtime/due-keys.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Item, Table } from '../runtime/table.ts'
import type { DueWake } from './arm.ts'

const firstLook = 25
const pageOfOverdue = 500
/** After a long standstill the rest waits for the next sweep, instead of for one that takes too long. */
const mostPerShard = 2500

/** Reads the due index, which is the truth about every timer. Never scans. */
export const openDue = (table: Table) => ({
  /** What is overdue, and the instant of what comes next. Reads a handful of rows when nothing is. */
  async overdue(now: Instant): Promise<{ wakes: DueWake[]; nextDueAt: Instant | undefined }> {
    const perShard = await Promise.all(everyDueKey.map((shard) => overdueOf(table, shard, now)))
    return {
      wakes: perShard.flatMap(({ wakes }) => wakes),
      nextDueAt: perShard
        .flatMap(({ nextDueAt }) => nextDueAt ?? [])
        .sort()
        .at(0),
    }
  },

  async between(from: Instant, to: Instant): Promise<DueWake[]> {
    const answers = await Promise.all(
      everyDueKey.map((shard) =>
        table.query({
          IndexName: 'byDue',
          KeyConditionExpression: 'dueKey = :shard AND nextDueAt BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':shard': shard, ':from': from, ':to': to },
        }),
      ),
    )
    return answers.flatMap(({ items }) => items.map(wakeFrom))
  },
})

/** The first look finds a shard at rest in one query; only one with more overdue than that is read on, to its end. */
async function overdueOf(table: Table, shard: string, now: Instant) {
  const first = await lookInto(table, shard, { limit: firstLook })
  const upcoming = first.wakes.find(({ dueAt }) => dueAt > now)
  const wakes = first.wakes.filter(({ dueAt }) => dueAt <= now)
  if (upcoming || !first.lastKey) return { wakes, nextDueAt: upcoming?.dueAt }

  let from: Place | undefined = first.lastKey
  while (from && wakes.length < mostPerShard) {
    const page = await lookInto(table, shard, { limit: pageOfOverdue, from, until: now })
    wakes.push(...page.wakes)
    from = page.lastKey
  }
  if (from) return { wakes, nextDueAt: now }
  const following = await lookInto(table, shard, { limit: 1, after: now })
  return { wakes, nextDueAt: following.wakes[0]?.dueAt }
}

type Place = Record<string, unknown>
type Look = { limit: number; from?: Place; until?: Instant; after?: Instant }

async function lookInto(table: Table, shard: string, { limit, from, until, after }: Look) {
  const bound = until ?? after
  const { items, lastKey } = await table.query({
    IndexName: 'byDue',
    KeyConditionExpression: `dueKey = :shard${bound ? ` AND nextDueAt ${until ? '<=' : '>'} :bound` : ''}`,
    ExpressionAttributeValues: { ':shard': shard, ...(bound && { ':bound': bound }) },
    ExclusiveStartKey: from,
    Limit: limit,
  })
  return { wakes: items.map(wakeFrom), lastKey }
}

const wakeFrom = ({ id, generation, dueKind, nextDueAt }: Item): DueWake => ({
  subjectId: String(id),
  generation: Number(generation),
  kind: String(dueKind),
  dueAt: String(nextDueAt),
})
