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

async function overdueOf(table: Table, shard: string, now: Instant) {
  const wakes: DueWake[] = []
  let from: Record<string, unknown> | undefined
  let limit = firstLook
  for (;;) {
    const { items, lastKey } = await table.query({
      IndexName: 'byDue',
      KeyConditionExpression: 'dueKey = :shard',
      ExpressionAttributeValues: { ':shard': shard },
      ExclusiveStartKey: from,
      Limit: limit,
    })
    const found = items.map(wakeFrom)
    wakes.push(...found.filter(({ dueAt }) => dueAt <= now))
    const upcoming = found.find(({ dueAt }) => dueAt > now)
    if (upcoming || !lastKey) return { wakes, nextDueAt: upcoming?.dueAt }
    if (wakes.length >= mostPerShard) return { wakes, nextDueAt: now }
    from = lastKey
    limit = pageOfOverdue
  }
}

const wakeFrom = ({ id, generation, dueKind, nextDueAt }: Item): DueWake => ({
  subjectId: String(id),
  generation: Number(generation),
  kind: String(dueKind),
  dueAt: String(nextDueAt),
})
