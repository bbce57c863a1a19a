import { describe, expect, test } from 'vitest'
import { importBatch } from '../../../functions/imports/import-batch.ts'
import { verify } from '../../../functions/incidents/timeline.ts'
import { openServices } from '../../../functions/runtime/services.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'
import { lives, people, settings, until } from './history.ts'

const batch = (from: number, to: number) => ({
  source: 'demo',
  people,
  incidents: lives(100).slice(from, to),
})

async function organisation() {
  const { name, client } = await createTable()
  const services = openServices(openTable(name, client))
  await services.settings.replace(settings, 0, until)
  return services
}

describe('importing', () => {
  test('twice comes to the same as once', async () => {
    const services = await organisation()
    expect(await importBatch(batch(0, 10), until, services)).toEqual({ imported: 10, known: 0, refused: [] })
    const before = await services.incidents.read('INC-000003')
    expect(await importBatch(batch(0, 10), until, services)).toEqual({ imported: 0, known: 10, refused: [] })
    expect(await services.incidents.read('INC-000003')).toEqual(before)
    expect(await services.incidents.nextId()).toBe('INC-000011')
  })

  test('twice at once brings each in once', async () => {
    const services = await organisation()
    const [one, other] = await Promise.all([
      importBatch(batch(0, 8), until, services),
      importBatch(batch(0, 8), until, services),
    ])
    expect((one?.imported ?? 0) + (other?.imported ?? 0)).toBe(8)
    expect((one?.known ?? 0) + (other?.known ?? 0)).toBe(8)
  })

  test('two batches at once share no number', async () => {
    const services = await organisation()
    await Promise.all([
      importBatch(batch(0, 10), until, services),
      importBatch(batch(10, 20), until, services),
    ])
    const ids = Array.from({ length: 20 }, (_, index) => `INC-${String(index + 1).padStart(6, '0')}`)
    const titles = await Promise.all(ids.map(async (id) => (await services.incidents.readHead(id))?.title))
    expect(titles.sort()).toEqual(
      batch(0, 20)
        .incidents.map(({ report }) => report.title)
        .sort(),
    )
  })

  test('keeps timelines that verify as they are stored, and marks them quiet', async () => {
    const services = await organisation()
    await importBatch(batch(0, 5), until, services)
    const incident = await services.incidents.readHead('INC-000002')
    if (!incident) throw new Error('It was not imported.')
    for (const side of ['public', 'internal'] as const) {
      const entries = await services.incidents.readEntries(incident.id, side)
      expect(verify(incident, side, entries.reverse())).toEqual({ intact: true })
    }
    expect(await services.table.get({ pk: incident.id, sk: 'E#000001' })).toMatchObject({ quiet: true })
  })

  test('writes the people who are new, and leaves those who are known', async () => {
    const services = await organisation()
    const [life] = batch(0, 1).incidents
    const requester = people.find(({ id }) => id === life?.requesterId)
    if (!requester) throw new Error('Nobody reported.')
    await services.people.write({ ...requester, name: 'Known Before' })
    await importBatch(batch(0, 10), until, services)
    expect((await services.people.read(requester.id))?.name).toBe('Known Before')
    expect((await services.people.read('ana'))?.name).toBe('Ana Ruiz')
  })
})
