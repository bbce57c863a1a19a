import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import { indexIncident } from '../../../functions/search/index-incident.ts'
import { openSearchIndex, type SearchIndex } from '../../../functions/search/index-store.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  ;[riley, ana] = await Promise.all([api.as('riley'), api.as('ana')])
})
afterAll(() => api.stop())

const stores = () => ({ incidents: api.services.incidents, index: openSearchIndex(api.services.table) })
const told = (id: string) => indexIncident(id, stores())
const reported = async (title: string, description = 'Nothing more.') =>
  (await riley.post('/incidents', { ...problem, title, description })).body.id
const withWord = async (word: string) =>
  (await api.services.searchLists.withWord(word, { limit: 10 })).found.map(({ place }) => place.split('#')[1])
const edited = async (id: string, change: object) =>
  ana.patch(`/incidents/${id}`, change, { 'if-match': (await ana.get(`/incidents/${id}`)).etag })

describe('indexing an incident', () => {
  test('a second time, or for an event that came late, writes nothing', async () => {
    const id = await reported('Quicksilver thermometer')
    await told(id)
    await edited(id, { title: 'Quicksilver barometer' })
    await told(id)
    const { calls } = await api.count(async () => {
      await told(id)
      await told(id)
    })
    expect(calls.filter(({ writeUnits }) => writeUnits > 0)).toEqual([])
    expect(await withWord('thermometer')).toEqual([])
    expect(await withWord('barometer')).toEqual([id])
  })

  test('ends at the newest state when one worker read before an edit and stores after it', async () => {
    const id = await reported('Obsidian mirror')
    await told(id)
    await edited(id, { title: 'Basalt mirror' })
    const { index } = stores()
    let isFirst = true
    const slow: SearchIndex = {
      ...index,
      // What was read is older than what another worker stores in between.
      async store(batch, indexed) {
        if (isFirst) {
          isFirst = false
          await edited(id, { title: 'Granite mirror' })
          await told(id)
        }
        return index.store(batch, indexed)
      },
    }
    await indexIncident(id, { ...stores(), index: slow })
    expect(isFirst).toBe(false)
    expect([await withWord('obsidian'), await withWord('basalt'), await withWord('granite')]).toEqual([
      [],
      [],
      [id],
    ])
  })

  test('by several workers at once ends as by one', async () => {
    const id = await reported('Parallel porcupine')
    await Promise.all([told(id), told(id), told(id), told(id)].map((one) => one.catch(() => undefined)))
    await told(id)
    expect(await withWord('porcupine')).toEqual([id])
    const held = await openSearchIndex(api.services.table).readHeld(id)
    expect(held.words).toContain('porcupine')
  })

  test('takes a text of more words than a transaction holds', async () => {
    const words = Array.from({ length: 450 }, (_, n) => `lorem${n}ipsum`)
    const id = await reported('Very long', words.join(' '))
    await told(id)
    const held = await openSearchIndex(api.services.table).readHeld(id)
    expect(words.filter((word) => !held.words.includes(word))).toEqual([])
    expect(await withWord('lorem0ipsum')).toEqual([id])
    expect(await withWord('lorem449ipsum')).toEqual([id])
    await edited(id, { description: 'Short now.' })
    await told(id)
    expect(await withWord('lorem449ipsum')).toEqual([])
  })

  test('goes on where another worker stopped in the middle', async () => {
    const words = Array.from({ length: 250 }, (_, n) => `amet${n}dolor`)
    const id = await reported('Stopped', words.join(' '))
    const { index } = stores()
    let stored = 0
    const dying: SearchIndex = {
      ...index,
      async store(batch, indexed) {
        if (stored++ === 1) throw new Error('killed')
        return index.store(batch, indexed)
      },
    }
    await expect(indexIncident(id, { ...stores(), index: dying })).rejects.toThrow('killed')
    await edited(id, { description: 'amet0dolor and amet249dolor' })
    await told(id)
    for (const [word, expected] of [
      ['amet0dolor', [id]],
      ['amet249dolor', [id]],
      ['amet50dolor', []],
      ['amet150dolor', []],
    ] as const) {
      expect([word, await withWord(word)]).toEqual([word, expected])
    }
  })

  test('forgets what was erased, also as the beginning of a word', async () => {
    const id = await reported('Erasure')
    await ana.post(`/incidents/${id}/comments`, { body: 'Ask Rumpelstiltskin.', visibility: 'public' })
    await told(id)
    expect(await api.services.searchLists.beginningWith('rumpel', 5)).toEqual(['rumpelstiltskin'])
    await api.client.send(
      new UpdateItemCommand({
        TableName: api.table,
        Key: { pk: { S: id }, sk: { S: 'E#000002' } },
        UpdateExpression: 'REMOVE #text',
        ExpressionAttributeNames: { '#text': 'text' },
      }),
    )
    await told(id)
    expect(await withWord('rumpelstiltskin')).toEqual([])
    expect(await api.services.searchLists.beginningWith('rumpel', 5)).toEqual([])
    expect((await riley.get('/incidents?q=rumpelstiltskin')).body.items).toEqual([])
  })

  test('is needed no more for an item that the index lost', async () => {
    const id = await reported('Ghostly gargoyle')
    await told(id)
    // A row that points to nothing any more is shown to nobody.
    const [place] = (await api.services.searchLists.withWord('gargoyle', { limit: 1 })).found
    await api.client.send(
      new DeleteItemCommand({ TableName: api.table, Key: { pk: { S: id }, sk: { S: 'words' } } }),
    )
    expect(place?.place).toContain(id)
    expect((await ana.get('/incidents?q=gargoyle')).body.items).toEqual([])
  })
})
