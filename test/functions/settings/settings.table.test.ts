import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations as contract } from '../../../functions/contract/api.ts'
import { operations } from '../../../functions/settings/api.ts'
import { openSettings } from '../../../functions/settings/store.ts'
import { type Api, demoSettings, type Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

const now = '2026-11-23T09:00:00.000Z'
let api: Api
let riley: Visitor
beforeAll(async () => {
  api = await apiOverTable([...operations, ...contract])
  riley = await api.as('riley')
})
afterAll(() => api.stop())

describe('the catalog', () => {
  test('is for everybody who has signed in', async () => {
    expect((await riley.get('/services')).body.items).toEqual(demoSettings.services)
    expect((await riley.get('/categories')).body.items).toEqual(demoSettings.categories)
  })

  test('tells who is in a team to those who work here only', async () => {
    const teams = (await riley.get('/teams')).body.items
    expect(teams[0]).toEqual({ id: 'team_service_desk', name: 'L1 Service Desk', level: 'L1' })
    expect((await (await api.as('ana')).get('/teams')).body.items).toEqual(demoSettings.teams)
  })

  test('is open as a whole to administrators and auditors', async () => {
    expect((await (await api.as('omar')).get('/settings')).body).toEqual(demoSettings)
    expect((await (await api.as('dana')).get('/settings')).status).toBe(403)
  })
})

describe('without signing in', () => {
  test('the contract is read, and whether the product lives', async () => {
    expect((await api.send('GET', '/health')).body).toEqual({ status: 'ok' })
    expect((await api.send('GET', '/openapi.json')).status).toBe(200)
  })
})

describe('settings that change', () => {
  const changed = { ...demoSettings, organisationName: 'Southwind' }

  test('are in force with the next request, also where older ones are kept', async () => {
    const [here, there] = [openSettings(api.services.table), openSettings(api.services.table)]
    expect((await here.current()).organisationName).toBe(demoSettings.organisationName)
    expect(await there.replace(changed, 1, now)).toBe(true)
    expect((await here.current()).organisationName).toBe('Southwind')
  })

  test('are replaced by one of two who read the same version', async () => {
    const store = openSettings(api.services.table)
    const version = await store.version()
    const both = await Promise.all([
      store.replace(changed, version, now),
      store.replace(demoSettings, version, now),
    ])
    expect(both.filter(Boolean)).toHaveLength(1)
  })

  test('cannot be planted twice', async () => {
    expect(await openSettings(api.services.table).replace(demoSettings, 0, now)).toBe(false)
  })

  test('are kept in the container: one small item is read while they stay the same', async () => {
    await riley.get('/services')
    const { calls } = await api.count(() => riley.get('/services'))
    expect(calls.map(({ what }) => what.split(' ')[0])).toEqual(['GetItemCommand', 'GetItemCommand'])
  })
})
