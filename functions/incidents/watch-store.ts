import * as z from 'zod/mini'
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '../runtime/page.ts'
import type { Item, Key, Table } from '../runtime/table.ts'
import type { Beside, Change, Follower } from './change.ts'
import { headKey, incidentFrom, listKeys, rowFrom } from './head-item.ts'
import { type Incident, numberPattern, type Person } from './incident.ts'
import { representAffected } from './me-too.ts'
import { type IncidentRow, involves } from './representation.ts'

const watchKey = (id: string, personId: string): Key => ({ pk: id, sk: `W#${personId}` })

const Place = z.object({
  order: z.string().check(z.maxLength(64)),
  id: z.string().check(z.regex(numberPattern)),
  as: z.enum(['W', 'M']),
})

/** Keeps an item for everybody who watches, so that each can list what they follow. */
export const followIncident: Follower<unknown> = (change, { now }) => {
  const [was, is] = [change.before?.watchers ?? [], change.after.watchers ?? []]
  const news = [
    ...without(is, was).map((person) => ({ put: itemOf(change.after, person, now) })),
    ...without(was, is).map(({ id }) => ({ remove: watchKey(change.after.id, id) })),
  ]
  return news.length === 0 ? change : besides(change, news)
}

const besides = (change: Change, news: readonly Beside[]): Change => ({
  ...change,
  beside: [...(change.beside ?? []), ...news],
})
const without = (people: readonly Person[], others: readonly Person[]) =>
  people.filter(({ id }) => !others.some((other) => other.id === id))

const itemOf = ({ id }: Incident, person: Person, now: string): Item => ({
  ...watchKey(id, person.id),
  ...{ id, person, createdAt: now, requesterKey: listKeys.following(person.id) },
})

export type FollowedRow = IncidentRow | ReturnType<typeof representAffected>

export const openWatching = (table: Table) => {
  const followed = (personId: string, limit: number, start?: Record<string, unknown>) =>
    table.query({
      IndexName: 'byRequester',
      KeyConditionExpression: 'requesterKey = :person',
      ExpressionAttributeValues: { ':person': listKeys.following(personId) },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: start,
    })

  return {
    /** What somebody watches or joined, what they began to follow last first; as far as they may read each. */
    async ofPerson(
      personId: string,
      { limit, cursor }: PageRequest,
      { seesAll }: { seesAll: boolean },
    ): Promise<Page<FollowedRow>> {
      const place = decodeCursor(cursor, Place)
      const requesterKey = listKeys.following(personId)
      const { items, lastKey } = await followed(
        personId,
        limit,
        place && { requesterKey, createdAt: place.order, pk: place.id, sk: `${place.as}#${personId}` },
      )
      const ids = [...new Set(items.map(({ pk }) => pk))]
      const heads = ids.length === 0 ? [] : await table.getMany(ids.map(headKey))
      const rows = items
        // Who watches and joined is there twice.
        .filter(({ pk }, index) => items.findIndex((item) => item.pk === pk) === index)
        .flatMap(({ pk, title }): FollowedRow[] => {
          const head = heads.find((item) => item.pk === pk)
          const incident = head && incidentFrom(head)
          if (!head || !incident) return []
          if (seesAll || involves(incident, personId)) return [rowFrom(head)]
          return title === undefined ? [] : [representAffected(incident, String(title))]
        })
      return {
        items: rows,
        nextCursor: encodeCursor(
          lastKey && { order: lastKey.createdAt, id: lastKey.pk, as: String(lastKey.sk)[0] },
        ),
      }
    },

    /** The incidents that somebody began to follow last, to mark them in another list. */
    async latestIds(personId: string): Promise<ReadonlySet<string>> {
      const { items } = await followed(personId, 100)
      return new Set(items.map(({ pk }) => pk))
    },
  }
}
export type Watching = ReturnType<typeof openWatching>
