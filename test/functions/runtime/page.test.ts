import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { decodeCursor, encodeCursor, PageQuery } from '../../../functions/runtime/page.ts'

const Place = z.object({ pk: z.string(), n: z.number() })

describe('a cursor', () => {
  test('leads back to its place', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (pk, n) => {
        expect(decodeCursor(encodeCursor({ pk, n }), Place)).toEqual({ pk, n })
      }),
    )
  })

  test('is safe in an address', () => {
    expect(encodeCursor({ pk: '~~~???', n: 1 })).toMatch(/^[\w-]+$/)
  })

  test('of no place is none', () => {
    expect(encodeCursor(undefined)).toBeUndefined()
    expect(decodeCursor(undefined, Place)).toBeUndefined()
  })

  test.each(['', '!', 'bm9wZQ', encodeCursor({ pk: 1 }), encodeCursor(null), encodeCursor([])])(
    '%o that this list did not give out is malformed',
    (cursor) => {
      expect(() => decodeCursor(cursor, Place)).toThrow(expect.objectContaining({ code: 'malformed' }))
    },
  )
})

test('a page is 25 long unless asked otherwise, and at most 100', () => {
  expect(z.parse(PageQuery, {})).toEqual({ limit: 25 })
  expect(z.parse(PageQuery, { limit: '100' }).limit).toBe(100)
  for (const limit of ['0', '101', '2.5', '-1', 'many'])
    expect(z.safeParse(PageQuery, { limit }).success).toBe(false)
})
