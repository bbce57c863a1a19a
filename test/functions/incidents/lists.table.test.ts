import { beforeAll, describe, expect, test } from 'vitest'
import { headItem } from '../../../functions/incidents/head-item.ts'
import { formatNumber } from '../../../functions/incidents/incident.ts'
import { openIncidentLists } from '../../../functions/incidents/lists.ts'
import type { IncidentRow } from '../../../functions/incidents/representation.ts'
import type { Page, PageRequest } from '../../../functions/runtime/page.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'
import { incidentIn } from './fixture.ts'

const teams = ['team_a', 'team_b', 'team_c']
const held = (number: number) => number % 7 === 0
let lists: ReturnType<typeof openIncidentLists>

beforeAll(async () => {
  const { name, client } = await createTable()
  const table = openTable(name, client)
  lists = openIncidentLists(table)
  // Team A has many, team C few: a cursor that jumps ahead in one would skip rows of another.
  for (let number = 1; number <= 60; number++) {
    const state = held(number) ? 'on_hold' : 'in_progress'
    const teamId = number <= 40 ? 'team_a' : number <= 55 ? 'team_b' : 'team_c'
    const createdAt = `2026-11-23T08:00:${String(number % 20).padStart(2, '0')}.000Z`
    const incident = incidentIn(state, { id: formatNumber(number), teamId, createdAt })
    await table.put({ Item: headItem(incident) })
  }
})

async function walk(read: (page: PageRequest) => Promise<Page<IncidentRow>>): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page: Page<IncidentRow> = await read({ limit: 5, cursor })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor)
  return seen
}
const numbers = (wanted: (number: number) => boolean) =>
  Array.from({ length: 60 }, (_, index) => index + 1)
    .filter(wanted)
    .map(formatNumber)

describe('a walk through a list', () => {
  test('of several teams finds every row once, in the order of work', async () => {
    const seen = await walk((page) => lists.ofTeams(teams, 'all', page))
    expect(seen.toSorted()).toEqual(numbers(() => true))
  })

  test('with a filter loses nothing, in one team or several', async () => {
    const filter = { state: 'on_hold' as const }
    const all = await walk((page) => lists.ofTeams(teams, 'all', page, filter))
    expect(all.toSorted()).toEqual(numbers(held))
    const one = await walk((page) => lists.ofTeam('team_a', page, filter))
    expect(one.toSorted()).toEqual(numbers((number) => held(number) && number <= 40))
  })

  test('of a requester goes from the newest to the oldest', async () => {
    const seen = await walk((page) => lists.ofRequester('riley', page))
    expect(seen.toSorted()).toEqual(numbers(() => true))
    expect([19, 39, 59].map(formatNumber)).toContain(seen[0])
  })
})

describe('a page marker', () => {
  const marker = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')
  test.each([
    ['of no list', { a: 'b' }],
    ['of another list', { order: '2026-11-23T08:00:00.000Z', id: 'INC-000001' }],
    ['of another priority', { order: 'P3#2026-11-23T08:00:00.000Z', id: 'INC-000001' }],
    ['that is empty', {}],
  ])('%s is refused', async (_name, place) => {
    const asked = { limit: 5, cursor: marker(place) }
    await expect(lists.ofTeam('team_a', asked, { priority: 'P1' })).rejects.toMatchObject({
      code: 'malformed',
    })
    await expect(lists.ofTeams(teams, 'all', asked, { priority: 'P1' })).rejects.toMatchObject({
      code: 'malformed',
    })
  })
})
