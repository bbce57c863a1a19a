import { firstAnswer, type Once, rememberAnswer } from '../runtime/idempotency.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Answer } from '../runtime/operation.ts'
import type { Item, Key, Table } from '../runtime/table.ts'
import type { Beside } from './change.ts'
import { headKey, incidentFrom, listKeys } from './head-item.ts'
import type { Incident, Person } from './incident.ts'
import type { Affected } from './me-too.ts'

const meTooKey = (id: string, personId: string): Key => ({ pk: id, sk: `M#${personId}` })

/** More are shown as this many; nobody needs to know it closer. */
const mostCounted = 1000

export const openMeToos = (table: Table) => ({
  /** The incident, and how somebody is affected by it. */
  async read(id: string, personId: string): Promise<{ incident?: Incident; affected?: Affected }> {
    const items = await table.getMany([headKey(id), meTooKey(id, personId)])
    const head = items.find(({ sk }) => sk === '!head')
    const joined = items.find(({ sk }) => sk !== '!head')
    return { incident: head && incidentFrom(head), affected: joined && affectedFrom(joined) }
  },

  async readOne(id: string, personId: string): Promise<Affected | undefined> {
    const item = await table.get(meTooKey(id, personId))
    return item && affectedFrom(item)
  },

  /** Joins somebody, once; an item of their own, so that a thousand can join in the same minute. */
  async join(
    id: string,
    affected: Affected,
    { answer, now, once }: { answer: Answer; now: Instant; once?: Once },
  ): Promise<Answer> {
    const collisions = await table.transact([
      ...(once ? [rememberAnswer(table, once, answer, now)] : []),
      table.putting(itemOf(id, affected), {
        ConditionExpression: 'attribute_not_exists(pk) OR attribute_exists(via)',
      }),
    ])
    const remembered = once && collisions.find(({ index }) => index === 0)?.item
    return once && remembered ? firstAnswer(remembered, once) : answer
  },

  /** What makes the people of a duplicate follow its original, in the transaction that merges them. */
  merged: (
    originalId: string,
    people: readonly Person[],
    { via, title, since }: Omit<Affected, 'person'>,
  ): Beside[] => people.map((person) => ({ put: itemOf(originalId, { person, title, since, via }) })),

  unmerged: (originalId: string, people: readonly Person[]): Beside[] =>
    people.map(({ id }) => ({ remove: meTooKey(originalId, id) })),

  /** How many are affected beside whoever reported it: at most a thousand. */
  async count(id: string): Promise<number> {
    const { items } = await table.query({ ...everybodyOf(id), Limit: mostCounted })
    return items.length
  },

  /** A page of those who are affected, in a stable order. */
  async page(id: string, limit: number, afterId?: string): Promise<{ items: Affected[]; lastId?: string }> {
    const { items, lastKey } = await table.query({
      ...everybodyOf(id),
      ConsistentRead: true,
      Limit: limit,
      ExclusiveStartKey: afterId ? meTooKey(id, afterId) : undefined,
    })
    return { items: items.map(affectedFrom), lastId: lastKey && items.at(-1)?.sk.slice('M#'.length) }
  },
})
export type MeToos = ReturnType<typeof openMeToos>

const everybodyOf = (id: string) => ({
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :people)',
  ExpressionAttributeValues: { ':pk': id, ':people': 'M#' },
})

/** Whose own report was merged has that one in their list, and must not learn of the other. */
const itemOf = (id: string, { person, title, since, via }: Affected): Item => ({
  ...meTooKey(id, person.id),
  ...{ id, person, title, createdAt: since, via },
  ...(!via && { requesterKey: listKeys.following(person.id) }),
})

const affectedFrom = ({ person, title, createdAt, via }: Item): Affected =>
  ({ person, title, since: createdAt, ...(via !== undefined && { via }) }) as Affected
