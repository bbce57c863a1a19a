import { describe, expect, test } from 'vitest'
import { stillThere, withUnread } from '../../../functions/incidents/presence.ts'

const now = '2026-11-23T09:00:00.000Z'
const before = (second: number) => new Date(Date.parse(now) - second * 1000).toISOString()
const person = (id: string, at: string) => ({ id, name: id, at })

test('whoever was seen within a minute is there, the latest first, without oneself', () => {
  const people = [
    person('ben', before(59)),
    person('chen', before(60)),
    person('dana', before(1)),
    person('ana', now),
  ]
  expect(stillThere(people, 'ana', now).map(({ id }) => id)).toEqual(['dana', 'ben'])
})

describe('a row', () => {
  const seen = { updatedAt: new Map([['INC-000200', before(10)]]), fromId: 'INC-000100' }

  test.each([
    ['as it was when it was seen', 'INC-000200', before(10), false],
    ['changed since', 'INC-000200', before(9), true],
    ['never opened', 'INC-000300', before(99), true],
    ['older than what is remembered', 'INC-000050', before(1), undefined],
  ])('%s', (_, id, updatedAt, unread) => {
    expect(withUnread({ id, updatedAt }, seen)).toEqual({
      id,
      updatedAt,
      ...(unread !== undefined && { unread }),
    })
  })
})
