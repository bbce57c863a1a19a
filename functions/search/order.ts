import * as z from 'zod/mini'
import { numberPattern } from '../incidents/incident.ts'
import type { IncidentRow } from '../incidents/representation.ts'
import { decodeCursor, encodeCursor, foreignCursor, type Page, type PageRequest } from '../runtime/page.ts'

export const orders = ['priority', 'newest', 'oldest', 'updated', 'due'] as const
export type Order = (typeof orders)[number]

const Place = z.object({
  sort: z.enum(orders),
  key: z.string(),
  id: z.string().check(z.regex(numberPattern)),
})

/** By what rows are ordered, and in which direction: the latest change first, the next deadline first. */
const rules: Record<Order, { key: (row: IncidentRow) => string; isDescending: boolean }> = {
  priority: { key: ({ priority, createdAt }) => `${priority}#${createdAt}`, isDescending: false },
  newest: { key: ({ createdAt }) => createdAt, isDescending: true },
  oldest: { key: ({ createdAt }) => createdAt, isDescending: false },
  updated: { key: ({ updatedAt }) => updatedAt, isDescending: true },
  due: { key: ({ clock }) => clock?.dueAt ?? '~', isDescending: false },
}

/**
 * A page of rows in an order that no index has; the cursor is the row that a page ended with.
 * @param rows as many as were read, each with all that the order asks.
 * @throws Refusal `malformed` for the place of another order.
 */
export function inOrder<Row extends IncidentRow>(
  rows: readonly Row[],
  sort: Order,
  { limit, cursor }: PageRequest,
): Page<Row> {
  const place = decodeCursor(cursor, Place)
  if (place && place.sort !== sort) throw foreignCursor()
  const { key, isDescending } = rules[sort]
  const compare = (a: { key: string; id: string }, b: { key: string; id: string }) => {
    if (a.key !== b.key) return a.key < b.key === isDescending ? 1 : -1
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
  }
  const sorted = rows
    .map((row) => ({ row, key: key(row), id: row.id }))
    .sort(compare)
    .filter((one) => !place || compare(one, place) > 0)
  const last = sorted[limit - 1]
  return {
    items: sorted.slice(0, limit).map(({ row }) => row),
    nextCursor: encodeCursor(
      sorted.length > limit && last ? { sort, key: last.key, id: last.id } : undefined,
    ),
  }
}
