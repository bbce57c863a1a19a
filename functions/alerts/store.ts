import type { Instant } from '../runtime/instant.ts'
import { isOutrun } from '../runtime/stale.ts'
import type { Item, Key, Table } from '../runtime/table.ts'
import type { Alert } from './alert.ts'
import type { World } from './enter.ts'
import type { Group } from './group.ts'
import {
  alertFrom,
  alertKey,
  counterKey,
  groupFrom,
  groupItem,
  groupKey,
  logPartition,
  logShards,
  madeItem,
  occurrenceFrom,
} from './items.ts'
import { openAlertLists } from './lists.ts'
import type { Occurrence } from './occurrence.ts'
import { bundled, type Decided, writesFor } from './writes.ts'

/** What the stages will ask of the table for some alerts. */
export type Asked = {
  alerts: readonly string[]
  groups: readonly string[]
  counters: readonly string[]
}
type Stored = Pick<World, 'alerts' | 'groups' | 'firing'>

const largestRead = 100
const atOnce = 8

export const openAlerts = (table: Table) => {
  /** However many keys, side by side in one round trip. */
  async function readMany(keys: readonly Key[]): Promise<Item[]> {
    const pages = Array.from({ length: Math.ceil(keys.length / largestRead) }, (_, page) =>
      table.getMany(keys.slice(page * largestRead, (page + 1) * largestRead)),
    )
    return (await Promise.all(pages)).flat()
  }

  return {
    ...openAlertLists(table),

    async read(id: string): Promise<Alert | undefined> {
      const item = await table.get(alertKey(id))
      return item && alertFrom(item)
    },

    async readGroup(key: string): Promise<Group | undefined> {
      const item = await table.get(groupKey(key))
      return item && groupFrom(item)
    },

    /** The incident that a group made, also when its key has a new group since then. */
    async incidentOf({ key, id }: NonNullable<Alert['wasGrouped']>): Promise<string | undefined> {
      const serial = id.split('.')[1]
      const made = await table.get({ pk: groupKey(key).pk, sk: `S#${serial}` })
      return made && String(made.incidentId)
    },

    async readStored({ alerts, groups, counters }: Asked): Promise<Stored> {
      const items = await readMany([
        ...new Set(alerts).values().map(alertKey),
        ...new Set(groups).values().map(groupKey),
        ...new Set(counters).values().map(counterKey),
      ])
      const of = (sk: string) => items.filter((item) => item.sk === sk)
      return {
        alerts: new Map(of('!alert').map((item) => [item.pk, alertFrom(item)])),
        groups: new Map(of('!group').map((item) => [String(item.key), groupFrom(item)])),
        firing: new Map(of('!firing').map((item) => [item.pk, Number(item.firing)])),
      }
    },

    /**
     * Stores decisions in transactions, each whole or not at all.
     * @param groups how the groups stood before any of the decisions
     * @returns those that others were faster at, to be decided again.
     */
    async save(
      decisions: readonly Decided[],
      groups: ReadonlyMap<string, Group>,
      now: Instant,
    ): Promise<Decided[]> {
      const turns = bundled(decisions, groups)
      const outrun: Decided[] = []
      const next = turns.values()
      const work = async () => {
        for (const bundles of next) {
          for (const [place, bundle] of bundles.entries()) {
            if (await stored(table, writesFor(table, bundle, now))) continue
            outrun.push(...bundles.slice(place).flatMap(({ decided }) => decided))
            break
          }
        }
      }
      await Promise.all(Array.from({ length: atOnce }, work))
      return outrun
    },

    /** What a change of a group itself adds to a transaction: only over the group that it was decided on. */
    groupWrites: (before: Group, after: Group) => [
      table.putting(groupItem(after), {
        ConditionExpression: [
          'serial = :serial AND #state = :state AND generation = :generation AND firing = :firing',
          before.dueAt ? 'nextDueAt = :due' : 'attribute_not_exists(nextDueAt)',
        ].join(' AND '),
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':serial': before.serial,
          ':state': before.state,
          ':generation': before.generation,
          ':firing': before.firing,
          ...(before.dueAt && { ':due': before.dueAt }),
        },
      }),
      ...(after.incidentId && after.incidentId !== before.incidentId
        ? [table.putting(madeItem(after, after.incidentId))]
        : []),
    ],

    /** @returns whether nobody was faster. */
    async saveGroup(before: Group, after: Group): Promise<boolean> {
      return stored(table, this.groupWrites(before, after))
    },

    async readCounter(counter: string): Promise<{ firing: number; generation: number } | undefined> {
      const item = await table.get(counterKey(counter))
      return item && { firing: Number(item.firing), generation: Number(item.generation ?? 0) }
    },

    /** Takes a counter off the due index, unless it fell again meanwhile. */
    async calm(counter: string, generation: number): Promise<boolean> {
      return stored(table, [
        {
          Update: {
            TableName: table.name,
            Key: counterKey(counter),
            UpdateExpression: 'REMOVE dueKey, nextDueAt, dueKind',
            ConditionExpression: 'generation = :generation',
            ExpressionAttributeValues: { ':generation': generation },
          },
        },
      ])
    },

    /** Everything that a source said on a day of UTC and that changed something, in parts, each newest first. */
    readLog: (sourceId: string, day: string): AsyncGenerator<Occurrence[]>[] =>
      logShards.map(async function* (shard) {
        let place: Record<string, unknown> | undefined
        do {
          const { items, lastKey } = await table.query({
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': logPartition(sourceId, day, shard) },
            ScanIndexForward: false,
            ExclusiveStartKey: place,
          })
          yield items.map(occurrenceFrom)
          place = lastKey
        } while (place)
      }),
  }
}
export type Alerts = ReturnType<typeof openAlerts>

/** Whether the writes were taken; not when a condition failed, or others wrote there at the same moment. */
async function stored(table: Table, writes: Parameters<Table['transact']>[0]): Promise<boolean> {
  try {
    return (await table.transact(writes)).length === 0
  } catch (error) {
    if (isOutrun(error)) return false
    throw error
  }
}
