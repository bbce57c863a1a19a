import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { releaseAll } from '../../../functions/alerts/release-alerts.ts'
import { at, type Desk, host, openDesk, start } from './controls.ts'

let desk: Desk
let service: string
beforeAll(async () => {
  desk = await openDesk()
  service = (await desk.services.settings.current()).services[0]?.id ?? ''
})
afterAll(() => desk.stop())
beforeEach(() => desk.moveTo(start))

const nightly = {
  ...{ zone: 'UTC', weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '22:00', to: '02:00' },
  startsOn: '2026-11-27',
}
const make = (more: object = { startsAt: at('14:00'), endsAt: at('16:00') }) =>
  desk.ana.post('/maintenances', { title: 'Move', serviceIds: [service], ...more })
const wake = (id: string, instant: string) => desk.services.maintenances.wake(id, instant)
const near = async (id: string, instant: string) =>
  (await desk.services.maintenances.readNear(instant)).find((one) => one.id === id)

describe('a maintenance', () => {
  test('is made by whoever works here, and shows its window', async () => {
    const { status, body } = await make()
    expect([status, body]).toMatchObject([
      201,
      { state: 'scheduled', owner: { id: 'ana' }, next: { from: at('14:00'), to: at('16:00') } },
    ])
    expect(await near(body.id, start)).toMatchObject({ serviceIds: [service] })
    expect((await desk.aud.get('/maintenances')).body.items.map(({ id }) => id)).toContain(body.id)
  })

  test('is not for auditors to make nor for requesters to see', async () => {
    const body = { title: 'x', serviceIds: [service], startsAt: at('14:00'), endsAt: at('16:00') }
    const tries = [desk.aud.post('/maintenances', body), desk.riley.get('/maintenances')]
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403])
  })

  test.each([
    ['of no service', { serviceIds: [], startsAt: at('14:00'), endsAt: at('16:00') }, 'serviceIds'],
    ['of a service that is not there', { serviceIds: ['svc_x'], recurring: nightly }, 'serviceIds.0'],
    ['without a time', {}, 'startsAt'],
    ['in a zone that is none', { recurring: { ...nightly, zone: '+02:00' } }, 'recurring.zone'],
    ['that never ends', { recurring: { ...nightly, to: '22:00' } }, 'recurring.to'],
  ])('%s is refused', async (_, more, path) => {
    const { status, body } = await make(more)
    expect([status, body.errors[0]?.path]).toEqual([422, path])
  })

  test('begins and ends once, whoever wakes it, and is over then', async () => {
    const { id } = (await make()).body
    await Promise.allSettled([wake(id, at('14:00')), wake(id, at('14:00')), wake(id, at('14:00'))])
    await Promise.allSettled([wake(id, at('16:00')), wake(id, at('16:00'))])
    await wake(id, at('17:00'))
    expect((await desk.typesOf(id)).sort()).toEqual(['maintenance.ended', 'maintenance.started'])
    desk.moveTo(at('17:00'))
    expect((await desk.ana.get(`/maintenances/${id}`)).body.state).toBe('ended')
    expect(await near(id, at('17:00'))).toBeUndefined()
    const { body } = await desk.ana.get('/maintenances?state=ended')
    expect(body.items.map((one) => one.id)).toContain(id)
  })

  test('that comes again is due at each of its edges', async () => {
    const { id } = (await make({ recurring: nightly })).body
    const dueAt = async () => (await desk.services.table.get({ pk: 'CTL#maintenance', sk: id }))?.nextDueAt
    const found = [await dueAt()]
    for (const edge of [at('22:00'), at('02:00', 28), at('22:00', 28)]) {
      await wake(id, edge)
      found.push(await dueAt())
    }
    expect(found).toEqual([at('22:00'), at('02:00', 28), at('22:00', 28), at('02:00', 29)])
  })

  test('is what the pipeline asks as it stands now, when it was changed and when days went by', async () => {
    const { body, etag } = await make({ recurring: nightly })
    expect((await near(body.id, at('12:00')))?.windows[0]).toEqual({ from: at('22:00'), to: at('02:00', 28) })
    const recurring = { ...nightly, from: '23:00' }
    await desk.ana.patch(`/maintenances/${body.id}`, { recurring }, { 'if-match': etag })
    expect((await near(body.id, at('12:01')))?.windows[0]?.from).toBe(at('23:00'))
    expect((await near(body.id, at('12:01', 29)))?.windows.map(({ from }) => from)).toEqual([at('23:00', 29)])
    expect((await near(body.id, at('12:01')))?.windows[0]?.from).toBe(at('23:00'))
  })

  test('holds the alerts of its service while it runs', async () => {
    const { id } = (await make({ startsAt: start, endsAt: at('16:00') })).body
    await desk.fires('Disk is slow', 'db1', { service })
    expect((await desk.aud.get(`/maintenances/${id}/alerts`)).body.items).toMatchObject([
      { title: 'Disk is slow', heldBy: 'maintenance' },
    ])
    await desk.ana.post(`/maintenances/${id}/end`)
    await releaseAll(id, desk.services)
    expect((await desk.aud.get(`/maintenances/${id}/alerts`)).body.items).toEqual([])
  })
})

describe('ending a maintenance', () => {
  test('ends the window that runs and leaves those to come', async () => {
    const { id } = (await make({ recurring: nightly })).body
    await wake(id, at('22:00'))
    desk.moveTo(at('23:00'))
    const ended = await desk.ana.post(`/maintenances/${id}/end`)
    expect([ended.status, ended.body]).toMatchObject([
      200,
      { state: 'scheduled', next: { from: at('22:00', 28) } },
    ])
    expect(ended.body).not.toHaveProperty('current')
    expect(await desk.typesOf(id)).toEqual(['maintenance.started', 'maintenance.ended'])
    expect((await desk.ana.post(`/maintenances/${id}/end`)).status).toBe(409)
  })

  test('is refused before it begins; then it is taken back, and nothing is left', async () => {
    const { id } = (await make()).body
    expect((await desk.ana.post(`/maintenances/${id}/end`)).status).toBe(409)
    expect((await desk.ana.delete(`/maintenances/${id}`)).status).toBe(204)
    expect((await desk.ana.get(`/maintenances/${id}`)).status).toBe(404)
    await wake(id, at('14:00'))
    expect(await desk.typesOf(id)).toEqual([])
  })

  test('comes before it is taken back', async () => {
    const { id } = (await make({ startsAt: start, endsAt: at('16:00') })).body
    expect((await desk.ana.delete(`/maintenances/${id}`)).status).toBe(409)
  })
})

describe('a change of a maintenance', () => {
  test('moves it, over what was seen last', async () => {
    const { body, etag } = await make()
    const move = (tag?: string) =>
      desk.ana.patch(`/maintenances/${body.id}`, { endsAt: at('20:00') }, tag ? { 'if-match': tag } : {})
    expect((await move(etag)).body).toMatchObject({ next: { to: at('20:00') } })
    expect((await move(etag)).status).toBe(412)
    expect((await move()).status).toBe(428)
  })

  test('is possible on a page that was opened before it began', async () => {
    const { body, etag } = await make()
    await wake(body.id, at('14:00'))
    desk.moveTo(at('14:30'))
    const { status } = await desk.ana.patch(
      `/maintenances/${body.id}`,
      { endsAt: at('20:00') },
      { 'if-match': etag },
    )
    expect(status).toBe(200)
    await wake(body.id, at('16:00'))
    expect(await desk.typesOf(body.id)).toEqual(['maintenance.started'])
  })

  test('that leaves out what it held says so', async () => {
    const { body, etag } = await make({ startsAt: start, endsAt: at('16:00') })
    await desk.ana.patch(`/maintenances/${body.id}`, { matchers: [host('db2')] }, { 'if-match': etag })
    expect(await desk.eventsOf(body.id)).toMatchObject([
      { type: 'maintenance.started' },
      { type: 'maintenance.ended', cause: 'narrowed' },
    ])
  })
})
