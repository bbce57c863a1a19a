import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../functions/incidents/api.ts'
import type { Api, Visitor } from '../support/api.ts'
import type { Call } from '../support/meter.ts'
import { apiOverTable } from '../support/table-api.ts'
import { large, note, scale, small } from './figures.ts'
import { plant } from './plant.ts'

const views = [
  ['riley', 'my incidents', '/incidents'],
  ['ana', 'the queue', '/incidents?view=queue'],
  ['ana', 'my work', '/incidents?view=mine'],
  ['ana', 'a team’s work', '/incidents?view=team&team=team_database'],
  ['ana', 'unassigned work', '/incidents?view=unassigned'],
  ['ana', 'what is on hold', '/incidents?view=queue&state=on_hold'],
  ['ana', 'what is urgent', '/incidents?view=queue&priority=P1'],
  ['aud', 'all work', '/incidents?view=all'],
] as const

type Page = { itemsRead: number; listUnits: number; readUnits: number; rows: number }
type Pages = Record<string, Page>

/** Who asks, and which teams they are in by the settings in force: beside every request, whatever it is. */
const isRights = ({ what }: Call) => /^GetItemCommand (?:PEOPLE#|CFG#live)/.test(what)
const isList = ({ what }: Call) => what.startsWith('QueryCommand by')

let api: Api
const visitors: Record<string, Visitor> = {}
const found: { small?: Pages; large?: Pages } = {}

async function pages(): Promise<Pages> {
  const answers: Pages = {}
  for (const [person, name, path] of views) {
    const { result, calls } = await api.count(async () => visitors[person]?.get(path))
    expect([name, result?.status]).toEqual([name, 200])
    answers[name] = {
      rows: result?.body.items.length ?? 0,
      itemsRead: calls.filter(isList).reduce((sum, call) => sum + call.itemsRead, 0),
      listUnits: calls.filter(isList).reduce((sum, call) => sum + call.readUnits, 0),
      readUnits: calls.filter((call) => !isRights(call)).reduce((sum, call) => sum + call.readUnits, 0),
    }
  }
  return answers
}

beforeAll(async () => {
  api = await apiOverTable(operations)
  for (const person of ['riley', 'ana', 'aud']) visitors[person] = await api.as(person)
  await visitors.aud?.get('/incidents?view=all')
  await plant(api.client, api.table, 1, small)
  found.small = await pages()
  await plant(api.client, api.table, small + 1, large)
  found.large = await pages()
}, 600_000)

afterAll(async () => {
  note('pages', { incidents: { small, large }, ...found })
  await api.stop()
})

describe(`a page of 25 (${scale} scale)`, () => {
  test(`reads as many items among ${large} incidents as among ${small}`, () => {
    const read = (pages: Pages = {}) =>
      Object.entries(pages).map(([name, { itemsRead }]) => [name, itemsRead])
    expect(read(found.large)).toEqual(read(found.small))
  })

  test.each(views.filter(([, name]) => name !== 'all work'))(
    '%s: %s costs at most 1.5 read units beside the rights, and half a unit for what is unread',
    (person, name) => {
      expect(found.large?.[name]?.listUnits).toBeLessThanOrEqual(1.5)
      expect(found.large?.[name]?.readUnits).toBeLessThanOrEqual(person === 'riley' ? 1.5 : 2)
    },
  )

  test('of one’s own is full', () => {
    expect(found.large?.['my incidents']?.rows).toBe(25)
    expect(found.large?.['the queue']?.rows).toBe(25)
  })
})

describe('walking through all pages', () => {
  const walk = async (person: string, path: string) => {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const reply = await visitors[person]?.get(`${path}${cursor ? `&cursor=${cursor}` : ''}`)
      ids.push(...(reply?.body.items.map(({ id }) => id) ?? []))
      cursor = reply?.body.nextCursor
    } while (cursor && ids.length < small)
    return ids
  }

  test.each([
    ['aud', '/incidents?view=all&limit=100'],
    ['ana', '/incidents?view=queue&limit=100'],
    ['ana', '/incidents?view=team&team=team_database&limit=100'],
    ['riley', '/incidents?limit=100'],
  ])('%s meets no incident twice in %s', async (person, path) => {
    const ids = await walk(person, path)
    expect(ids.length).toBeGreaterThan(25)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
