import * as z from 'zod/mini'
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '../runtime/page.ts'
import type { Item, Key, Table } from '../runtime/table.ts'
import type { Follower } from './change.ts'
import { headKey, listKeys, rowFrom } from './head-item.ts'
import { type Incident, numberPattern } from './incident.ts'
import { stageOf } from './lifecycle.ts'
import { type AffectedAnswer, knownOf } from './me-too.ts'
import type { IncidentRow } from './representation.ts'

const knownKey = (id: string): Key => ({ pk: id, sk: '!known' })

const Place = z.object({
  order: z.string().check(z.maxLength(64)),
  id: z.string().check(z.regex(numberPattern)),
})

/** Keeps the list of known problems in step: what is no longer open leaves it by itself. */
export const followIncident: Follower<unknown> = (change) => {
  const { before, after: incident } = change
  const [was, is] = [before && knownOf(before), knownOf(incident)]
  if (is) return { ...change, beside: [...(change.beside ?? []), { put: itemOf(incident, is.title) }] }
  if (!was) return change
  return {
    ...change,
    after: { ...incident, slices: { ...incident.slices, known: undefined } },
    beside: [...(change.beside ?? []), { remove: knownKey(incident.id) }],
  }
}

/** Nothing of whoever reported it, nor of what they wrote. */
const itemOf = ({ id, state, serviceId, createdAt }: Incident, title: string): Item => ({
  ...knownKey(id),
  ...{ id, title, state, serviceId, createdAt, requesterKey: listKeys.known },
})

export const openKnownProblems = (table: Table) => ({
  /** The same, as whoever works on them sees them. */
  async listWhole(serviceId: string | undefined, page: PageRequest): Promise<Page<IncidentRow>> {
    const { items, nextCursor } = await this.list(serviceId, page)
    const heads = items.length === 0 ? [] : await table.getMany(items.map(({ id }) => headKey(id)))
    return { items: items.flatMap(({ id }) => heads.filter(({ pk }) => pk === id).map(rowFrom)), nextCursor }
  },

  /** Open incidents that everybody may know of, the latest first: a handful at any time. */
  async list(serviceId: string | undefined, { limit, cursor }: PageRequest): Promise<Page<KnownRow>> {
    const place = decodeCursor(cursor, Place)
    const { items, lastKey } = await table.query({
      IndexName: 'byRequester',
      KeyConditionExpression: 'requesterKey = :known',
      ...(serviceId && { FilterExpression: 'serviceId = :service' }),
      ExpressionAttributeValues: {
        ':known': listKeys.known,
        ...(serviceId && { ':service': serviceId }),
      },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: place && {
        ...knownKey(place.id),
        requesterKey: listKeys.known,
        createdAt: place.order,
      },
    })
    return {
      items: items.map(rowOf),
      nextCursor: encodeCursor(lastKey && { order: lastKey.createdAt, id: lastKey.pk }),
    }
  },
})
export type KnownProblems = ReturnType<typeof openKnownProblems>
type KnownRow = Omit<z.infer<typeof AffectedAnswer>, 'meToo'>

function rowOf(item: Item): KnownRow {
  const { id, title, state, serviceId, createdAt } = item as unknown as KnownRow
  return { id, title, state, stage: stageOf(state), serviceId, createdAt }
}
