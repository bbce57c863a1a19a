import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/desk/api.ts'
import type { Api } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

let api: Api

beforeAll(async () => {
  api = await apiOverTable(operations)
})
afterAll(() => api.stop())

const view = (id: string, query = 'view=all&priority=P1') => ({ id, name: `View ${id}`, query })

describe('saved views', () => {
  test('are kept in the order in which they were saved, for their owner alone', async () => {
    const [ana, ben] = await Promise.all([api.as('ana'), api.as('ben')])
    expect((await ana.get('/me/views')).body).toEqual({ items: [] })
    const items = [view('b'), view('a', 'view=mine')]
    expect(await ana.put('/me/views', { items })).toMatchObject({ status: 200, body: { items } })
    expect((await ana.get('/me/views')).body).toEqual({ items })
    expect((await ben.get('/me/views')).body).toEqual({ items: [] })
  })

  test('are at most twenty, each with a name and an id of its own', async () => {
    const ana = await api.as('ana')
    const many = Array.from({ length: 21 }, (_, count) => view(`v${count}`))
    for (const items of [many, [view('a'), view('a')], [{ ...view('a'), name: ' ' }], [view('../x')]]) {
      expect(await ana.put('/me/views', { items })).toMatchObject({ status: 422 })
    }
    expect((await ana.put('/me/views', { items: many.slice(1) })).status).toBe(200)
  })

  test('are for those who have a queue', async () => {
    const riley = await api.as('riley')
    expect((await riley.get('/me/views')).status).toBe(403)
    expect((await riley.put('/me/views', { items: [] })).status).toBe(403)
  })
})
