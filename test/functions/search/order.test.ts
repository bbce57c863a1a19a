import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IncidentRow } from '../../../functions/incidents/representation.ts'
import { inOrder, type Order, orders } from '../../../functions/search/order.ts'

const instant = fc.constantFrom(
  '2026-11-01T08:00:00.000Z',
  '2026-11-02T08:00:00.000Z',
  '2026-11-03T08:00:00.000Z',
)
const rowsOf = fc.array(
  fc.record({
    priority: fc.constantFrom('P1', 'P2', 'P3'),
    createdAt: instant,
    updatedAt: instant,
    dueAt: fc.option(instant, { nil: undefined }),
  }),
  { maxLength: 20 },
)
const numbered = (rows: { dueAt?: string }[]) =>
  rows.map(({ dueAt, ...row }, index) => ({
    ...row,
    id: `INC-${String(index).padStart(6, '0')}`,
    clock: { name: 'response', state: 'on_track', dueAt },
  })) as unknown as IncidentRow[]

const read: Record<Order, (row: IncidentRow) => string> = {
  priority: ({ priority }) => priority,
  newest: ({ createdAt }) => createdAt,
  oldest: ({ createdAt }) => createdAt,
  updated: ({ updatedAt }) => updatedAt,
  due: ({ clock }) => clock?.dueAt ?? 'none',
}

describe('rows in an order of their own', () => {
  test.each(orders)('%s come over any pages as in one, each once', (sort) => {
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 1, max: 7 }), (some, limit) => {
        const rows = numbered(some)
        const seen: IncidentRow[] = []
        let cursor: string | undefined
        do {
          const page = inOrder(rows, sort, { limit, cursor })
          seen.push(...page.items)
          cursor = page.nextCursor
        } while (cursor)
        expect(seen).toEqual(inOrder(rows, sort, { limit: 100 }).items)
        const keys = seen.map(read[sort])
        const ascending = keys.toSorted()
        expect(keys).toEqual(sort === 'newest' || sort === 'updated' ? ascending.toReversed() : ascending)
      }),
    )
  })

  test('refuses the place of another order', () => {
    const rows = numbered([{}, {}] as { dueAt?: string }[])
    const cursor = Buffer.from(JSON.stringify({ sort: 'newest', key: '2026', id: 'INC-000001' })).toString(
      'base64url',
    )
    expect(() => inOrder(rows, 'due', { limit: 1, cursor })).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    )
  })
})
