import { createHash } from 'node:crypto'
import type { Instant } from './instant.ts'

/** The due index is spread over this many partitions; the sweeper asks each. */
const dueShards = 4
const shardKey = (shard: number) => `D#${shard}`

export const everyDueKey = Array.from({ length: dueShards }, (_, shard) => shardKey(shard))

/** What an item carries while something of it is due: its row in the sparse index, which is the truth about timers. */
export const dueKeys = (id: string, due: { kind: string; dueAt: Instant }) => ({
  dueKey: shardKey((createHash('sha256').update(id).digest()[0] ?? 0) % dueShards),
  nextDueAt: due.dueAt,
  dueKind: due.kind,
})

/** What cannot wait for the sweeper's next minute, and is worth an execution of its own. */
export const punctual: readonly string[] = ['escalation', 'bulk', 'plan', 'group']
