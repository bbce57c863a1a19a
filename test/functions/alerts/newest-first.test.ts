import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newestFirst } from '../../../functions/alerts/newest-first.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import { fires } from './fixture.ts'

const instants = (all: readonly Occurrence[]) => all.map(({ receivedAt }) => receivedAt)
const newest = (all: readonly Occurrence[]) => instants(all).toSorted().toReversed()

/** A part of a log, newest first, in pages of that size; each page that is read is counted. */
async function* pages(seconds: readonly number[], size: number, read = { pages: 0 }) {
  const all = seconds.toSorted((a, b) => b - a).map((second) => fires('Disk', second))
  yield []
  for (let start = 0; start < all.length; start += size) {
    read.pages += 1
    yield all.slice(start, start + size)
  }
}

describe('the newest of several parts of a log', () => {
  test('is what sorting all of them would give', async () => {
    const parts = fc.array(fc.array(fc.nat(1000), { maxLength: 30 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 7 }), fc.nat(60), async (all, size, most) => {
        const found = await newestFirst(
          all.map((seconds) => pages(seconds, size)),
          most,
        )
        const sorted = newest(all.flat().map((second) => fires('Disk', second)))
        expect(instants(found)).toEqual(sorted.slice(0, most))
      }),
      { numRuns: 100 },
    )
  })

  test('is read no further than is asked for', async () => {
    const read = { pages: 0 }
    const part = (from: number) =>
      pages(
        Array.from({ length: 1000 }, (_, n) => from + n),
        10,
        read,
      )
    await newestFirst([part(0), part(500), part(100_000)], 100)
    expect(read.pages).toBeLessThanOrEqual(10 + 3)
  })
})
