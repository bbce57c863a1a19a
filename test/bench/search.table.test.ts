import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../functions/incidents/api.ts'
import { headItem } from '../../functions/incidents/head-item.ts'
import { formatNumber } from '../../functions/incidents/incident.ts'
import { heldItem, keys, listed, openSearchIndex } from '../../functions/search/index-store.ts'
import { monthOf, placeOf } from '../../functions/search/place.ts'
import { searchableFrom } from '../../functions/search/searchable.ts'
import type { Api, Visitor } from '../support/api.ts'
import type { Call } from '../support/meter.ts'
import { apiOverTable } from '../support/table-api.ts'
import { note, scale } from './figures.ts'
import { plantedIncident, plantItems } from './plant.ts'

/** The promise is made for a hundred thousand; the small scale holds the same words among a thousand. */
const few = 1_000
const many = scale === 'full' ? 100_000 : 4_000
const rare = 50
/** Walks over all pages of a hundred thousand take their time. */
const patience = 900_000

/** Who has which word: `rook` is spread thin, `wren` came lately and all at once, the others are common. */
const has: Record<string, (number: number) => boolean> = {
  rook: (number) => number <= few && number % (few / rare) === 0,
  wren: (number) => number > many - rare,
  heron: (number) => number <= few && number % 40 === 0,
  office: () => true,
  printer: (number) => number % 2 === 0,
  scanner: (number) => number % 3 === 0,
}
const words = Object.keys(has)

function itemsOf(number: number): object[] {
  const own = words.filter((word) => has[word]?.(number)).join(' ')
  const incident = { ...plantedIncident(number), title: own }
  const wanted = searchableFrom(incident, { texts: { description: '', fields: {} }, entries: [] })
  const place = placeOf(incident)
  return [
    headItem(incident),
    heldItem(incident.id, { ...wanted, revision: 1 }),
    ...wanted.words.map((word) => ({ pk: keys.word(word), sk: place, s: wanted.signature })),
    { pk: keys.month(monthOf(place)), sk: place, ...listed(incident) },
  ]
}

const numbers = (wanted: (number: number) => boolean, most: number) =>
  Array.from({ length: most }, (_, index) => most - index)
    .filter(wanted)
    .map(formatNumber)
const both = (one: string, other: string) => (number: number) => has[one]?.(number) && has[other]?.(number)

const isIndex = ({ what }: Call) => /^QueryCommand (?:S|W|LIST)#/.test(what)
type Cost = { indexItems: number; items: number; readUnits: number; trips: number; rows: number }

let api: Api
let ana: Visitor
const found: { few: Record<string, Cost>; many: Record<string, Cost> } = { few: {}, many: {} }
const searches = [
  ['two rare words', 'rook heron'],
  ['a rare word and a common one', 'office rook'],
  ['a rare word of late and a common one', 'wren office'],
  ['two words that never meet', 'wren rook'],
  ['two common words', 'printer scanner'],
  ['one common word', 'office'],
  ['two common words in a state', 'printer scanner&state=resolved'],
] as const

async function cost(query: string): Promise<Cost> {
  const { result, calls, trips } = await api.count(() => ana.get(`/incidents?q=${query.replace(' ', '+')}`))
  expect(result.status).toBe(200)
  const beside = calls.filter(({ what }) => !/PEOPLE#|CFG#/.test(what))
  const sum = (some: readonly Call[], kind: 'itemsRead' | 'readUnits') =>
    some.reduce((total, call) => total + call[kind], 0)
  return {
    indexItems: sum(calls.filter(isIndex), 'itemsRead'),
    items: sum(beside, 'itemsRead'),
    readUnits: sum(beside, 'readUnits'),
    trips,
    rows: result.body.items.length,
  }
}

beforeAll(async () => {
  api = await apiOverTable(operations)
  ana = await api.as('ana')
  await ana.get('/incidents')
  const measure = async (into: Record<string, Cost>) => {
    for (const [name, query] of searches) into[name] = await cost(query)
  }
  await plantItems(api.client, api.table, { from: 1, to: few, itemsOf })
  await measure(found.few)
  await plantItems(api.client, api.table, { from: few + 1, to: many, itemsOf })
  for (const month of await monthsPlanted()) await openSearchIndex(api.services.table).noteMonth(month)
  await measure(found.many)
}, 1_800_000)

const monthsPlanted = async () =>
  new Set(Array.from({ length: many }, (_, index) => monthOf(placeOf(plantedIncident(index + 1)))))

afterAll(async () => {
  note('search', { incidents: { few, many }, ...found })
  await api.stop()
})

async function walk(query: string, limit = 25): Promise<{ ids: string[]; most: number }> {
  const ids: string[] = []
  let most = 0
  let cursor: string | undefined
  do {
    const { result, calls } = await api.count(() =>
      ana.get(`/incidents?${query}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`),
    )
    most = Math.max(
      most,
      calls.filter(isIndex).reduce((sum, { itemsRead }) => sum + itemsRead, 0),
    )
    ids.push(...result.body.items.map(({ id }) => id))
    cursor = result.body.nextCursor
  } while (cursor)
  return { ids, most }
}

describe(`a search of two words among ${many} incidents`, () => {
  test.each([
    'two rare words',
    'a rare word and a common one',
    'a rare word of late and a common one',
    'two words that never meet',
  ])('%s reads at most 100 items of the index', (name) => {
    expect(found.many[name]?.indexItems).toBeLessThanOrEqual(100)
  })

  test.each(['two common words', 'one common word', 'two common words in a state'])(
    '%s reads at most 500 items of the index for a full page',
    (name) => {
      expect(found.many[name]?.indexItems).toBeLessThanOrEqual(500)
      expect(found.many[name]?.rows).toBe(25)
    },
  )

  test('reads no more among many that do not match than among few', () => {
    for (const name of ['two rare words', 'a rare word and a common one'] as const) {
      expect([name, found.many[name]?.indexItems]).toEqual([name, found.few[name]?.indexItems])
    }
  })
})

describe('the pages of a search', () => {
  test.each([
    ['rook', 'office'],
    ['heron', 'rook'],
    ['wren', 'printer'],
  ] as const)(
    'for %s and %s hold each incident once, newest first',
    async (one, other) => {
      const { ids } = await walk(`q=${one}+${other}`, 7)
      expect(ids).toEqual(numbers((number) => Boolean(both(one, other)(number)), many))
    },
    patience,
  )

  test(
    'for two common words are complete, none dearer than 500 items',
    async () => {
      const { ids, most } = await walk('q=printer+scanner&requester=riley', 100)
      const wanted = (number: number) =>
        Boolean(both('printer', 'scanner')(number)) && plantedIncident(number).requester.id === 'riley'
      expect(ids).toEqual(numbers(wanted, many))
      expect(most).toBeLessThanOrEqual(500)
    },
    patience,
  )
})

describe('the list of what is over', () => {
  test(
    'holds each incident once, walked back through the months, at most 600 rows a page',
    async () => {
      const { ids, most } = await walk('view=all&state=closed', 100)
      expect(ids).toEqual(numbers((number) => plantedIncident(number).state === 'closed', many))
      expect(most).toBeLessThanOrEqual(620)
    },
    patience,
  )
})
