import type { Trigger } from '../preferences/trigger.ts'
import { canonicalJson } from '../runtime/hash.ts'
import type { Item, Key, Table, Write } from '../runtime/table.ts'
import { noTriggers, type OwnTriggers } from './own.ts'
import { placesOf } from './places.ts'

/** A trigger with whose it is. */
export type Placed = { personId: string; trigger: Trigger }

const ownKey = (personId: string): Key => ({ pk: `TRIG#${personId}`, sk: 'own' })
const placeKey = (place: string, { personId, trigger }: Placed): Key => ({
  pk: `TRIGAT#${place}`,
  sk: `${personId}#${trigger.id}`,
})

const largestBatch = 100

export const openTriggers = (table: Table) => ({
  async ofPerson(personId: string): Promise<OwnTriggers> {
    return ownFrom(await table.get(ownKey(personId)))
  },

  /** What each of these people set up, by their id; of who set up nothing there is nothing. */
  async ofPeople(personIds: readonly string[]): Promise<ReadonlyMap<string, OwnTriggers>> {
    const ids = [...new Set(personIds)]
    const batches = Array.from({ length: Math.ceil(ids.length / largestBatch) }, (_, n) =>
      ids.slice(n * largestBatch, (n + 1) * largestBatch),
    )
    const items = await Promise.all(batches.map((batch) => table.getMany(batch.map(ownKey))))
    return new Map(items.flat().map((item) => [String(item.personId), ownFrom(item)]))
  },

  /** Every trigger that stands in a place. */
  async standingIn(place: string): Promise<Placed[]> {
    const items = await table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `TRIGAT#${place}` },
    })
    return items.map(placedFrom)
  },

  /**
   * Puts what somebody set up over what was read, with every place in which their triggers stand.
   * @returns whether it was still what was read.
   */
  async save(personId: string, before: OwnTriggers, after: OwnTriggers): Promise<boolean> {
    const { items, off } = after
    const own = { ...ownKey(personId), personId, items, off, version: before.version + 1 }
    const collisions = await table.transact([
      table.putting(
        own,
        before.version === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'version = :version',
              ExpressionAttributeValues: { ':version': before.version },
            },
      ),
      ...moving(table, rowsOf(personId, before), rowsOf(personId, after)),
    ])
    return collisions.length === 0
  },
})
export type Triggers = ReturnType<typeof openTriggers>

function ownFrom(item: Item | undefined): OwnTriggers {
  if (!item) return noTriggers
  const { items, off, version } = item as unknown as OwnTriggers
  return { items, off, version }
}

const placedFrom = ({ personId, trigger }: Item): Placed => ({
  personId: String(personId),
  trigger: trigger as Trigger,
})

const rowsOf = (personId: string, { items }: OwnTriggers): Item[] =>
  items.flatMap((trigger) =>
    placesOf(trigger, personId).map((place) => ({
      ...placeKey(place, { personId, trigger }),
      personId,
      trigger,
    })),
  )

/** Of the rows of before, those that are no more are removed; of the new ones, those that differ are put. */
function moving(table: Table, before: readonly Item[], after: readonly Item[]): Write[] {
  const isAt = (key: Key) => (item: Item) => item.pk === key.pk && item.sk === key.sk
  const removed = before.filter((row) => !after.some(isAt(row)))
  const put = after.filter((row) => canonicalJson(before.find(isAt(row))) !== canonicalJson(row))
  return [
    ...removed.map(({ pk, sk }) => ({ Delete: { TableName: table.name, Key: { pk, sk } } })),
    ...put.map((row) => table.putting(row)),
  ]
}
