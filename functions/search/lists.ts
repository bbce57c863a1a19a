import { headKey, incidentFrom, rowFrom } from '../incidents/head-item.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Item, Table } from '../runtime/table.ts'
import type { Row } from './filter.ts'
import { heldFrom, keys } from './index-store.ts'
import { monthOf } from './place.ts'
import type { Held } from './plan.ts'

const keysOfBatch = 100

/** One reading of a list, newest first: what it found below a place, and whether that was the end. */
export type Reading<Found> = { found: Found[]; ended: boolean }
export type Below = { before?: string; limit: number }

export type WordItem = { place: string; signature: Uint8Array }
export type PersonItem = { place: string; words: readonly string[] }
export type RowItem = { place: string; row: Row }

/** An incident as it is at this moment, to check what an index said of it. */
export type Truth = { incident: Incident; row: Row; held: Held }

/** The lists of the index, each read with one Query; what they say is a moment old. */
export function openSearchLists(table: Table) {
  async function read<Found>(
    pk: string,
    { before, limit }: Below,
    foundIn: (item: Item) => Found,
  ): Promise<Reading<Found>> {
    const { items, lastKey } = await table.query({
      KeyConditionExpression: before === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :before',
      ExpressionAttributeValues: { ':pk': pk, ...(before !== undefined && { ':before': before }) },
      ScanIndexForward: false,
      Limit: limit,
    })
    return { found: items.map(foundIn), ended: lastKey === undefined }
  }

  async function getMany(wanted: readonly { pk: string; sk: string }[]): Promise<Item[]> {
    const parts = Array.from({ length: Math.ceil(wanted.length / keysOfBatch) }, (_, part) =>
      wanted.slice(part * keysOfBatch, (part + 1) * keysOfBatch),
    )
    return (await Promise.all(parts.map((part) => table.getMany(part)))).flat()
  }

  return {
    /** The incidents that have a word. */
    withWord: (word: string, below: Below): Promise<Reading<WordItem>> =>
      read(keys.word(word), below, ({ sk, s }) => ({ place: sk, signature: s as Uint8Array })),

    /** What a person may read because they are named in it, with its public words. */
    ofPerson: (personId: string, below: Below): Promise<Reading<PersonItem>> =>
      read(keys.person(personId), below, ({ sk, words }) => ({ place: sk, words: String(words).split(' ') })),

    /** Every incident that was reported in a month. */
    ofMonth: (month: string, below: Below): Promise<Reading<RowItem>> =>
      read(keys.month(month), below, (item) => ({
        place: item.sk,
        row: { ...rowFrom(item), requesterId: String(item.requesterId) },
      })),

    /** The months in which there are incidents, newest first, from that of a place on. */
    async months(before?: string): Promise<string[]> {
      const { items } = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk <= :last',
        ExpressionAttributeValues: { ':pk': keys.months, ':last': before ? monthOf(before) : '9' },
        ScanIndexForward: false,
      })
      return items.map(({ sk }) => sk)
    },

    /** Words that begin so, by the alphabet. */
    async beginningWith(prefix: string, most: number): Promise<string[]> {
      const { items } = await table.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': keys.lexicon(prefix), ':prefix': prefix },
        Limit: most,
      })
      return items.map(({ sk }) => sk)
    },

    /** How these incidents are now, in the order asked for; those that are no more are left out. */
    async truths(ids: readonly string[]): Promise<Truth[]> {
      if (ids.length === 0) return []
      const items = await getMany(ids.flatMap((id) => [headKey(id), keys.held(id)]))
      const found = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]))
      return ids.flatMap((id) => {
        const head = found.get(`${id} ${headKey(id).sk}`)
        if (!head) return []
        const incident = incidentFrom(head)
        const row = { ...rowFrom(head), requesterId: incident.requester.id }
        return [{ incident, row, held: heldFrom(found.get(`${id} ${keys.held(id).sk}`)) }]
      })
    },
  }
}
export type SearchLists = ReturnType<typeof openSearchLists>
