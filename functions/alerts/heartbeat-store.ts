import { dueKeys } from '../runtime/due-keys.ts'
import type { Item, Key, Table } from '../runtime/table.ts'
import { type Heartbeat, turnOfHeartbeat } from './heartbeat.ts'

const partition = 'CTL#heartbeat'
const keyOf = (id: string): Key => ({ pk: partition, sk: id })

export const openHeartbeats = (table: Table) => ({
  /** Also one that is about to go. */
  async read(id: string): Promise<Heartbeat | undefined> {
    const item = await table.get(keyOf(id))
    return item && heartbeatFrom(item)
  },

  async find(id: string): Promise<Heartbeat | undefined> {
    const found = await this.read(id)
    return found?.removed ? undefined : found
  },

  async list(): Promise<Heartbeat[]> {
    const items = await table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition },
      ConsistentRead: true,
    })
    return items.map(heartbeatFrom).filter(({ removed }) => !removed)
  },

  /** Stores how it stands; without `after` it is gone. @returns whether nobody was faster. */
  async save(before: Heartbeat | undefined, after: Heartbeat | undefined): Promise<boolean> {
    const asRead = before
      ? {
          ConditionExpression: 'generation = :generation',
          ExpressionAttributeValues: { ':generation': before.version },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
    if (!after && !before) return true
    const collisions = await table.transact([
      after
        ? table.putting(itemOf(after), asRead)
        : { Delete: { TableName: table.name, Key: keyOf(before?.id ?? ''), ...asRead } },
    ])
    return collisions.length === 0
  },
})
export type Heartbeats = ReturnType<typeof openHeartbeats>

function itemOf({ version, ...one }: Heartbeat): Item {
  const turn = turnOfHeartbeat({ version, ...one })
  return { ...keyOf(one.id), ...one, generation: version, ...(turn && dueKeys(one.id, turn)) }
}

function heartbeatFrom(item: Item): Heartbeat {
  const { pk, sk, generation, dueKey, nextDueAt, dueKind, ...one } = item
  return { ...one, version: generation } as unknown as Heartbeat
}
