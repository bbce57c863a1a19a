import { expect, test } from 'vitest'
import { queueQuery } from '../../portal/lib/queue-query.ts'

test('the queue takes the filters that it offers', () => {
  const query = { view: 'all', state: 'on_hold', priority: 'P2', team: 'team_desk', cursor: 'abc' }
  expect(Object.fromEntries(queueQuery(query))).toEqual(query)
})

test.each([
  {},
  { view: 'everything' },
  { priority: 'P9' },
  { state: 'paused' },
  { team: 'x'.repeat(65) },
  { team: '' },
  { priority: ['P1', 'P2'] },
  { cursor: '' },
])('the queue ignores what it does not know in %j', (query) => {
  expect(Object.fromEntries(queueQuery(query))).toEqual({ view: 'queue' })
})
