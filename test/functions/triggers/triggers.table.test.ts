import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/triggers/api.ts'
import { noTriggers } from '../../../functions/triggers/own.ts'
import type { Placed } from '../../../functions/triggers/store.ts'
import type { Api } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

let api: Api

beforeAll(async () => {
  api = await apiOverTable(operations)
})
afterAll(() => api.stop())

const wish = (more: object = {}) => ({
  ...{ name: 'Urgent ones', on: ['reported'], where: { priorities: ['P1'] }, channel: 'mail' },
  ...more,
})

const standing = async (...places: string[]): Promise<Placed[]> =>
  (await Promise.all(places.map((place) => api.services.triggers.standingIn(place)))).flat()

describe('own triggers', () => {
  test('are added, changed and removed by anyone, each for themselves', async () => {
    const [riley, ana] = await Promise.all([api.as('riley'), api.as('ana')])
    const added = await riley.post('/triggers', wish())
    expect(added).toMatchObject({ status: 201, body: { name: 'Urgent ones', digest: false } })
    const { id } = added.body
    expect(id).toMatch(/^trg_/)
    expect((await ana.get('/triggers')).body.items).toEqual([])
    expect((await ana.put(`/triggers/${id}`, wish())).status).toBe(404)
    expect((await ana.delete(`/triggers/${id}`)).status).toBe(404)

    const changed = await riley.put(`/triggers/${id}`, wish({ name: 'Mine', where: { mine: 'requester' } }))
    expect(changed).toMatchObject({ status: 200, body: { id, name: 'Mine' } })
    expect((await riley.get('/triggers')).body.items).toEqual([changed.body])
    expect((await riley.delete(`/triggers/${id}`)).status).toBe(204)
    expect((await riley.get('/triggers')).body.items).toEqual([])
  })

  test('stand in the places where an event looks, and nowhere else', async () => {
    const ben = await api.as('ben')
    const { id } = (await ben.post('/triggers', wish({ on: ['reported', 'resolved'] }))).body
    const mine = ['reported#priority#P1', 'resolved#priority#P1']
    expect((await standing(...mine)).map(({ personId, trigger }) => [personId, trigger.id])).toEqual([
      ['ben', id],
      ['ben', id],
    ])
    await ben.put(`/triggers/${id}`, wish({ where: { priorities: ['P1'], teamIds: ['team_database'] } }))
    expect(await standing(...mine)).toEqual([])
    expect(await standing('reported#team#team_database')).toMatchObject([
      { personId: 'ben', trigger: { id, where: { priorities: ['P1'] } } },
    ])
    await ben.delete(`/triggers/${id}`)
    expect(await standing('reported#team#team_database')).toEqual([])
  })

  test('of requesters are about their own incidents, and stand in no place that an event of others looks at', async () => {
    const [riley, ana] = await Promise.all([api.as('riley'), api.as('ana')])
    const any = [0, 1, 2, 3].map((shard) => `commented#any#${shard}`)
    const everything = wish({ on: ['commented'], where: {} })
    const own = await riley.post('/triggers', everything)
    expect(own).toMatchObject({ status: 201, body: { where: { mine: 'requester' } } })
    await riley.put(`/triggers/${own.body.id}`, everything)
    const { body } = await ana.post('/triggers', everything)
    expect(body).toMatchObject({ where: {} })
    expect((await standing(...any)).map(({ personId }) => personId)).toEqual(['ana'])
    await Promise.all([riley.delete(`/triggers/${own.body.id}`), ana.delete(`/triggers/${body.id}`)])
    expect(await standing(...any)).toEqual([])
  })

  test('name only what there is', async () => {
    const ana = await api.as('ana')
    const refused = await ana.post('/triggers', wish({ where: { serviceIds: ['svc_vpn', 'svc_nothing'] } }))
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'where.serviceIds.1' }] } })
    for (const bad of [{ on: [] }, { name: '' }, { channel: 'pigeon' }, { where: { mine: 'everything' } }]) {
      expect((await ana.post('/triggers', wish(bad))).status).toBe(422)
    }
  })

  test('are at most twenty, and the largest ones fit into one change', async () => {
    const chen = await api.as('chen')
    const large = {
      on: ['reported', 'acknowledged', 'assigned', 'moved', 'commented', 'resolved', 'reopened', 'escalated'],
      where: { priorities: ['P1', 'P2', 'P3', 'P4', 'P5'] },
    }
    for (let n = 0; n < 20; n++) expect((await chen.post('/triggers', wish(large))).status).toBe(201)
    expect((await chen.post('/triggers', wish())).status).toBe(409)
    const { items } = (await chen.get('/triggers')).body
    const away = await chen.put(
      `/triggers/${items[7]?.id}`,
      wish({ ...large, where: { teamIds: ['team_database'] } }),
    )
    expect(away.status).toBe(200)
  })

  test('of two windows, neither undoes what the other did', async () => {
    const dana = await api.as('dana')
    const added = await Promise.all([1, 2, 3].map((n) => dana.post('/triggers', wish({ name: `No. ${n}` }))))
    expect(added.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await dana.get('/triggers')).body.items).toHaveLength(3)
    const before = await api.services.triggers.ofPerson('dana')
    expect(await api.services.triggers.save('dana', noTriggers, noTriggers)).toBe(false)
    expect(await api.services.triggers.ofPerson('dana')).toEqual(before)
  })

  test('cost one round trip to read and two to change', async () => {
    const ines = await api.as('ines')
    await ines.get('/triggers')
    expect((await api.count(() => ines.get('/triggers'))).trips).toBe(1)
    expect((await api.count(() => ines.post('/triggers', wish()))).trips).toBe(2)
  })
})

describe('a trigger that comes with the role', () => {
  test('is turned off and on by each person for themselves', async () => {
    const settings = await api.services.settings.snapshot()
    const byRole = { ...wish(), id: 'trg_urgent', roles: ['agent' as const], digest: false }
    await api.services.settings.change(
      settings,
      { ...settings.settings, triggerDefaults: [byRole as never] },
      { by: { kind: 'system' }, now: new Date().toISOString() },
    )
    const ana = await api.as('ana')
    expect((await ana.put('/triggers/defaults/trg_urgent', { active: false })).body).toEqual({
      active: false,
    })
    expect((await api.services.triggers.ofPerson('ana')).off).toEqual(['trg_urgent'])
    await ana.put('/triggers/defaults/trg_urgent', { active: true })
    expect((await api.services.triggers.ofPerson('ana')).off).toEqual([])
    expect((await ana.put('/triggers/defaults/trg_none', { active: true })).status).toBe(404)
  })
})
