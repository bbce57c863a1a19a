import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import { wakeHeartbeat } from '../../../functions/alerts/wake-heartbeat.ts'
import { subjectOf } from '../../../functions/runtime/subjects.ts'
import { at, type Desk, openDesk, start } from './controls.ts'

let desk: Desk
const said: Occurrence[] = []
let isDown = false
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())
beforeEach(() => {
  desk.moveTo(start)
  said.length = 0
  isDown = false
})

type Made = {
  id: string
  key: string
  url: string
  state: string
  keys?: unknown[]
  previousExpiresAt: string
}
const request = { name: 'Nightly backup', everyMinutes: 60, graceMinutes: 10 }
const make = async (more: object = {}) =>
  (await desk.omar.post('/heartbeats', { ...request, ...more })).body as unknown as Made
const ping = (id: string, key: string, method = 'POST') =>
  desk.api.send(method, `/heartbeats/${id}/ping`, { headers: { authorization: `Bearer ${key}` } })
const read = async (id: string) => (await desk.aud.get(`/heartbeats/${id}`)).body as unknown as Made
const wake = (id: string, time: string) =>
  wakeHeartbeat(id, at(time), desk.services, async (occurrences) => {
    if (isDown) throw new Error('Nobody takes alerts.')
    said.push(...occurrences)
  })
const statuses = () => said.map(({ status }) => status)

describe('a heartbeat', () => {
  test('is set up by administrators, read by staff, and shows its key once', async () => {
    const made = await make()
    expect(made).toMatchObject({ state: 'waiting', key: expect.stringMatching(/^evk_hb_[\w-]{43}$/) })
    expect(made.url).toBe(`https://desk.example/v1/heartbeats/${made.id}/ping`)
    expect(JSON.stringify(await read(made.id))).not.toContain(made.key.slice(7))
    expect(await read(made.id)).not.toHaveProperty('keys')
    expect((await desk.omar.get(`/heartbeats/${made.id}`)).body).toHaveProperty('keys')
    const tries = [
      desk.ana.post('/heartbeats', request),
      desk.riley.get('/heartbeats'),
      desk.ana.get('/heartbeats'),
    ]
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403, 200])
  })

  test('keeps no key, only its hash', async () => {
    const { id, key } = await make()
    const item = await desk.services.table.get({ pk: 'CTL#heartbeat', sk: id })
    expect(JSON.stringify(item)).not.toContain(key.slice(7, 30))
  })

  test('names a service and a team that are there', async () => {
    const { status, body } = await desk.omar.post('/heartbeats', {
      ...request,
      serviceId: 'svc_x',
      teamId: 'team_x',
    })
    expect([status, body.errors.map(({ path }) => path)]).toEqual([422, ['serviceId', 'teamId']])
  })

  test('is pinged by POST and by GET, with its key as Bearer or in the address', async () => {
    const { id, key } = await make()
    expect([(await ping(id, key)).status, (await ping(id, key, 'GET')).status]).toEqual([200, 200])
    const { status, body } = await desk.api.send('GET', `/heartbeats/${id}/ping?key=${key}`)
    expect([status, body]).toEqual([200, { deadlineAt: at('13:10') }])
    expect((await read(id)).state).toBe('healthy')
  })

  test.each([
    ['without a key', (id: string) => desk.api.send('POST', `/heartbeats/${id}/ping`)],
    ['with the key of another', async (id: string) => ping(id, (await make()).key)],
    ['that does not exist', async () => ping('hb_none', (await make()).key)],
  ])('%s answers the same: 401', async (_, send) => {
    const { status, body } = await send((await make()).id)
    expect([status, body.code]).toEqual([401, 'unauthenticated'])
  })

  test('costs one write a minute, however often it is pinged', async () => {
    const { id, key } = await make()
    await ping(id, key)
    const before = await desk.services.heartbeats.read(id)
    for (const seconds of ['12:00:20', '12:00:59']) {
      desk.moveTo(`2026-11-27T${seconds}.000Z`)
      expect((await ping(id, key)).status).toBe(200)
    }
    expect(await desk.services.heartbeats.read(id)).toEqual(before)
    desk.moveTo(at('12:01'))
    await ping(id, key)
    expect((await desk.services.heartbeats.read(id))?.lastPingAt).toBe(at('12:01'))
  })
})

describe('a heartbeat that stops', () => {
  test('fires one alert at its deadline, whoever wakes it, and ends it with the next ping', async () => {
    const { id, key } = await make()
    await wake(id, '13:09')
    expect(said).toEqual([])
    await Promise.allSettled([wake(id, '13:10'), wake(id, '13:10')])
    await wake(id, '13:11')
    expect(new Set(statuses())).toEqual(new Set(['firing']))
    expect(new Set(said.map(({ startsAt }) => startsAt)).size).toBe(1)
    desk.moveTo(at('13:30'))
    expect((await read(id)).state).toBe('missing')
    await ping(id, key)
    said.length = 0
    await wake(id, '13:30')
    await wake(id, '13:31')
    expect(statuses()).toEqual(['resolved'])
    expect((await read(id)).state).toBe('healthy')
  })

  test('takes a ping that meets its own wake', async () => {
    const { id, key } = await make()
    desk.moveTo(at('13:10'))
    const { heartbeats } = desk.services
    const save = vi.spyOn(heartbeats, 'save')
    save.mockImplementationOnce(async (before, after) => {
      await wake(id, '13:10')
      return heartbeats.save(before, after)
    })
    expect(await ping(id, key)).toMatchObject({ status: 200, body: { deadlineAt: at('14:20') } })
    save.mockRestore()
    await wake(id, '13:11')
    expect([statuses(), (await read(id)).state]).toEqual([['firing', 'resolved'], 'healthy'])
  })

  test('says what it owes with a later wake when nobody took it at first', async () => {
    const { id, key } = await make()
    isDown = true
    await expect(wake(id, '13:10')).rejects.toThrow('Nobody takes alerts.')
    isDown = false
    const item = await desk.services.table.get({ pk: 'CTL#heartbeat', sk: id })
    expect(item).toMatchObject({ nextDueAt: at('13:10'), missingSince: at('13:10') })
    await wake(id, '13:11')
    expect(statuses()).toEqual(['firing'])
    desk.moveTo(at('13:12'))
    await ping(id, key)
    isDown = true
    await expect(wake(id, '13:12')).rejects.toThrow()
    isDown = false
    await wake(id, '13:13')
    expect(statuses()).toEqual(['firing', 'resolved'])
  })

  test('fires nothing while it is paused, and its alert is over when it is paused or goes', async () => {
    const { id } = await make()
    await wake(id, '13:10')
    desk.moveTo(at('13:20'))
    const { etag } = await desk.omar.get(`/heartbeats/${id}`)
    const paused = { ...request, paused: true }
    expect((await desk.omar.put(`/heartbeats/${id}`, paused, { 'if-match': etag })).status).toBe(200)
    await wake(id, '13:20')
    await wake(id, '20:00')
    expect(statuses()).toEqual(['firing', 'resolved'])

    const other = await make()
    await wake(other.id, '14:40')
    const tag = (await desk.omar.get(`/heartbeats/${other.id}`)).etag
    expect((await desk.omar.delete(`/heartbeats/${other.id}`, undefined, { 'if-match': tag })).status).toBe(
      204,
    )
    expect((await desk.omar.get(`/heartbeats/${other.id}`)).status).toBe(404)
    expect((await ping(other.id, other.key)).status).toBe(401)
    await wake(other.id, '14:41')
    expect(statuses()).toEqual(['firing', 'resolved', 'firing', 'resolved'])
    expect(await desk.services.heartbeats.read(other.id)).toBeUndefined()
  })

  test('is an alert like any other on its way', async () => {
    const { id } = await make({ name: 'Mail queue', teamId: 'team_database' })
    desk.moveTo(at('13:10'))
    await subjectOf(id).wake(id, desk.services)
    const { body } = await desk.aud.get('/alerts?source=heartbeats')
    expect(body.items).toMatchObject([
      { title: 'No heartbeat from Mail queue', severity: 'error', teamId: 'team_database' },
    ])
  })
})

describe('a change of a heartbeat', () => {
  test('is over what was seen last; a ping meanwhile does not matter', async () => {
    const { id, key } = await make()
    const { etag } = await desk.omar.get(`/heartbeats/${id}`)
    await ping(id, key)
    const put = (tag: string, body: object) => desk.omar.put(`/heartbeats/${id}`, body, { 'if-match': tag })
    expect((await put(etag, { ...request, everyMinutes: 30 })).status).toBe(200)
    expect((await put(etag, request)).status).toBe(412)
  })

  test('may give it a new key beside the older one', async () => {
    const { id, key } = await make()
    const { body } = await desk.omar.post(`/heartbeats/${id}/rotate`, { overlapMinutes: 30 })
    const rotated = body as unknown as Made
    expect(rotated.previousExpiresAt).toBe(at('12:30'))
    expect((await Promise.all([ping(id, key), ping(id, rotated.key)])).map(({ status }) => status)).toEqual([
      200, 200,
    ])
    desk.moveTo(at('12:30'))
    expect((await Promise.all([ping(id, key), ping(id, rotated.key)])).map(({ status }) => status)).toEqual([
      401, 200,
    ])
  })
})
