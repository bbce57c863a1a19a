import { describe, expect, test } from 'vitest'
import { ownSort, queueLink, queueQuery, rememberedQuery } from '../../portal/lib/queue-query.ts'

const everything = {
  view: 'all',
  q: 'vpn gate*',
  state: 'closed',
  priority: 'P2',
  team: 'team_desk',
  service: 'svc_vpn',
  category: 'cat_network',
  requester: 'riley',
  sort: 'due',
  cursor: 'abc',
}

test('the queue takes the filters that it offers', () => {
  expect(Object.fromEntries(queueQuery(everything))).toEqual(everything)
})

test.each([
  {},
  { view: 'everything' },
  { priority: 'P9' },
  { state: 'paused' },
  { team: 'x'.repeat(65) },
  { team: '' },
  { priority: ['P1', 'P2'] },
  { sort: 'title' },
  { q: '   ' },
  { q: 'x'.repeat(201) },
  { cursor: '' },
])('the queue ignores what it does not know in %j', (query) => {
  expect(Object.fromEntries(queueQuery(query))).toEqual({ view: 'queue' })
})

test('words are looked for in everything, unless a view is named', () => {
  expect(Object.fromEntries(queueQuery({ q: ' printer ' }))).toEqual({ view: 'all', q: 'printer' })
  expect(Object.fromEntries(queueQuery({ q: 'printer', view: 'mine' }))).toMatchObject({ view: 'mine' })
})

describe('links of the queue', () => {
  const query = new URLSearchParams({ view: 'all', priority: 'P1', cursor: 'abc', job: 'job_1' })

  test('set or take away one thing, and begin on the first page', () => {
    expect(queueLink(query, 'sort', 'due')).toBe('/queue?view=all&priority=P1&sort=due')
    expect(queueLink(query, 'priority', undefined)).toBe('/queue?view=all')
  })

  test('are remembered without the place in the list', () => {
    expect(rememberedQuery(query)).toBe('view=all&priority=P1')
  })

  test('what is over and what is searched comes newest first', () => {
    expect(ownSort(new URLSearchParams({ view: 'all', state: 'closed' }))).toBe('newest')
    expect(ownSort(new URLSearchParams({ q: 'vpn' }))).toBe('newest')
    expect(ownSort(new URLSearchParams({ view: 'mine' }))).toBe('priority')
  })
})
