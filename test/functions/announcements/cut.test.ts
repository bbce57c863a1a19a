import { describe, expect, test } from 'vitest'
import { cut, peopleInAChunk } from '../../../functions/announcements/cut.ts'
import type { Person } from '../../../functions/people/person.ts'

const place = { announcementId: 'ann_1', seq: 1, shard: 3 }
const person = (index: number, roles: Person['roles'] = []) =>
  ({ id: `p${String(index).padStart(4, '0')}`, roles }) as Person
const people = (count: number, roles?: Person['roles']) =>
  Array.from({ length: count }, (_, i) => person(i, roles))

describe('cutting a page of people', () => {
  test('makes chunks that follow each other without a gap', () => {
    const { chunks, addressed } = cut(people(2 * peopleInAChunk + 1), 'public', { place, afterId: 'p' })
    expect(chunks.map(({ afterId, untilId }) => [afterId, untilId])).toEqual([
      ['p', 'p0099'],
      ['p0099', 'p0199'],
      ['p0199', 'p0200'],
    ])
    expect(addressed).toBe(201)
  })

  test('leaves out chunks with nobody of the audience', () => {
    const mixed = [...people(peopleInAChunk), person(500, ['agent'])]
    const { chunks, addressed } = cut(mixed, 'agents', { place })
    expect(chunks).toEqual([{ ...place, afterId: 'p0099', untilId: 'p0500' }])
    expect(addressed).toBe(1)
  })

  test('makes nothing of nobody', () => {
    expect(cut([], 'public', { place })).toEqual({ chunks: [], addressed: 0 })
  })
})
