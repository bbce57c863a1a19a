import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { RotaAnswer } from '../../../functions/oncall/answers.ts'
import { operations } from '../../../functions/oncall/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'
import { told } from './fixture.ts'

/** A Friday; ana has the week of the service desk from 23 November, dana the next one. */
const now = '2026-11-27T12:00:00.000Z'
let api: Api
let ana: Visitor
let dana: Visitor
let ben: Visitor
let aud: Visitor
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date(now))
  process.env.API_URL = 'https://desk.example'
  api = await apiOverTable(operations)
  const visitor = (id: string) => api.as(id, { expiresInSeconds: 1e7 })
  ;[ana, dana, ben, aud] = (await Promise.all(['ana', 'dana', 'ben', 'aud'].map(visitor))) as [
    Visitor,
    Visitor,
    Visitor,
    Visitor,
  ]
})
afterAll(async () => {
  vi.useRealTimers()
  await api.stop()
})

const desk = '/schedules/sch_service_desk'
const swaps = `${desk}/swaps`
/** Part of ana's week in December, and of dana's after it. */
const on = (day: number, hour: number) => `2026-12-${String(day).padStart(2, '0')}T${hour}:00:00Z`
const hers = (day: number) => ({ from: on(day, 18), to: on(day, 20) })
const ask = (day: number, more: object = {}) => ana.post(swaps, { ...hers(day), withId: 'dana', ...more })
const shiftsOn = async (day: number) => {
  const { body } = await ben.get(`${desk}/shifts?from=${on(day, 18)}&to=${on(day, 20)}`)
  return told((body as unknown as RotaAnswer).shifts).map((line) => line.split(' ')[0])
}
const eventTypes = async () => {
  const { items } = await api.services.table.query({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': 'SCH#sch_service_desk' },
  })
  return new Set(items.map(({ type }) => type))
}

describe('a swap', () => {
  test('that is accepted lets each stand in for the other, by overrides of the same write', async () => {
    const asked = await ask(8, { return: hers(15), reason: 'Theatre' })
    expect([asked.status, asked.body]).toEqual([
      201,
      expect.objectContaining({ status: 'proposed', with: { id: 'dana', name: 'Dana Novak' } }),
    ])
    expect(await shiftsOn(8)).toEqual(['ana'])
    const { result, trips } = await api.count(() => dana.post(`${swaps}/${asked.body.id}/accept`))
    expect([result.status, trips]).toEqual([200, 2])
    expect(result.body).toMatchObject({ status: 'accepted' })
    expect([await shiftsOn(8), await shiftsOn(15)]).toEqual([['dana'], ['ana']])
    expect((await dana.post(`${swaps}/${asked.body.id}/accept`)).status).toBe(200)
    expect((await dana.post(`${swaps}/${asked.body.id}/decline`)).status).toBe(409)
    expect((await ana.post(`${swaps}/${asked.body.id}/withdraw`)).status).toBe(409)
  })

  test('is answered by nobody but who was asked, and withdrawn by nobody but who asked', async () => {
    const { body } = await ask(9)
    expect((await ana.post(`${swaps}/${body.id}/accept`)).status).toBe(403)
    expect((await ben.post(`${swaps}/${body.id}/decline`)).status).toBe(403)
    expect((await dana.post(`${swaps}/${body.id}/withdraw`)).body.detail).toContain('Ana Ruiz')
    expect((await dana.post(`${swaps}/${body.id}/decline`)).body).toMatchObject({ status: 'declined' })
    expect(await shiftsOn(9)).toEqual(['ana'])
    const again = await ask(9)
    expect((await ana.post(`${swaps}/${again.body.id}/withdraw`)).body).toMatchObject({ status: 'withdrawn' })
    expect((await dana.post(`${swaps}/${again.body.id}/accept`)).status).toBe(409)
  })

  test('of which acceptance and withdrawal come at once ends as one of them', async () => {
    for (let round = 0; round < 3; round++) {
      const { body } = await ask(10)
      const [accepted, withdrawn] = await Promise.all([
        dana.post(`${swaps}/${body.id}/accept`),
        ana.post(`${swaps}/${body.id}/withdraw`),
      ])
      expect([accepted.status, withdrawn.status].sort()).toEqual([200, 409])
      const isSwapped = accepted.status === 200
      expect(await shiftsOn(10)).toEqual([isSwapped ? 'dana' : 'ana'])
      if (isSwapped) return
    }
  })

  test('asks for a shift that is the asker’s, in return for one that is the other’s, still to come', async () => {
    const refused = async (sent: object) => {
      const { status, body } = await ana.post(swaps, { ...hers(11), withId: 'dana', ...sent })
      return [status, body.errors?.map(({ path }) => path)]
    }
    expect(await refused(hers(16))).toEqual([422, ['from']])
    expect(await refused({ return: hers(12) })).toEqual([422, ['return.from']])
    expect(await refused({ from: '2026-11-27T11:00:00Z', to: '2026-11-27T13:00:00Z' })).toEqual([
      422,
      ['from'],
    ])
    expect(await refused({ withId: 'riley' })).toEqual([422, ['withId']])
    expect(await refused({ withId: 'ana' })).toEqual([422, ['withId']])
    expect(await refused({ to: '2026-12-11T18:00:00Z' })).toEqual([422, ['to']])
  })

  test('is asked once for one time, and once for one key', async () => {
    const headers = { 'idempotency-key': 'swap' }
    const sent = { ...hers(11), withId: 'dana' }
    const first = await ana.post(swaps, sent, headers)
    expect((await ana.post(swaps, sent, headers)).body).toEqual(first.body)
    expect((await ana.post(swaps, sent)).status).toBe(409)
  })

  test('cannot be accepted when an override took the shift away in between', async () => {
    const { body } = await ask(12)
    await ben.post(`${desk}/overrides`, { ...hers(12), personId: 'ben' })
    expect((await dana.post(`${swaps}/${body.id}/accept`)).status).toBe(422)
    expect(await shiftsOn(12)).toEqual(['ben'])
  })

  test('is undone as a whole when one side of it is taken back', async () => {
    const { body } = await ask(8, {
      from: on(8, 10),
      to: on(8, 12),
      return: { from: on(15, 10), to: on(15, 12) },
    })
    await dana.post(`${swaps}/${body.id}/accept`)
    const seen = async () =>
      (await ben.get(`${desk}/shifts?from=2026-12-08T00:00:00Z&to=${on(16, 10)}`))
        .body as unknown as RotaAnswer
    const sides = (await seen()).overrides.filter(({ swapId }) => swapId === body.id)
    expect(sides.map(({ person }) => person.id).sort()).toEqual(['ana', 'dana'])
    expect((await ana.delete(`${desk}/overrides/${sides[0]?.id}`)).status).toBe(204)
    const after = await seen()
    expect(after.overrides.filter(({ swapId }) => swapId === body.id)).toEqual([])
    expect(after.swaps.find(({ id }) => id === body.id)).toMatchObject({ status: 'withdrawn' })
  })

  test('expires when the shift begins', async () => {
    const { body } = await ask(13)
    vi.setSystemTime('2026-12-13T18:00:00.000Z')
    expect((await dana.post(`${swaps}/${body.id}/accept`)).status).toBe(409)
    const rota = (await ben.get(`${desk}/shifts?from=2026-12-13T00:00:00Z&to=2026-12-14T00:00:00Z`)).body
    expect((rota as unknown as RotaAnswer).swaps).toMatchObject([{ id: body.id, status: 'expired' }])
    expect((await dana.post(`${swaps}/swp_none/accept`)).status).toBe(404)
  })

  test('is told at every turn', async () => {
    expect(await eventTypes()).toEqual(
      new Set([
        ...['schedule.swap_proposed', 'schedule.swap_accepted', 'schedule.swap_declined'],
        ...['schedule.swap_withdrawn', 'schedule.override_set', 'schedule.override_removed'],
      ]),
    )
  })
})

describe('a calendar feed', () => {
  const feedOf = async (visitor: Visitor, only: string) => {
    const { status, body } = await visitor.post(`${desk}/feeds`, { only })
    return { status, ...(body as unknown as { id: string; url: string }) }
  }
  const read = (url: string) => api.send('GET', url.replace('https://desk.example/v1', ''))

  test('is read under its secret address by anyone who has it', async () => {
    const { status, url } = await feedOf(ana, 'all')
    expect(status).toBe(201)
    const { headers, text, etag } = await read(url)
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toContain('SUMMARY:Service Desk: Dana Novak')
    expect(etag).toBe((await read(url)).etag)
    expect((await read(url.replace(/\.ics$/, ''))).text).toBe(text)
    const secret = url.split('/').at(-1)?.replace('.ics', '') ?? ''
    expect(JSON.stringify(await api.services.oncall.feeds.ofPerson('ana'))).not.toContain(secret.slice(23))
  })

  test('that is of mine only has no shift of others', async () => {
    const { url } = await feedOf(ana, 'mine')
    const { text } = await read(url)
    expect(text).toContain('SUMMARY:On call: Service Desk')
    expect(text.match(/SUMMARY/g)?.length).toBeGreaterThan(10)
  })

  test('is mine to see and to revoke, and works no more afterwards', async () => {
    const { id, url } = await feedOf(dana, 'mine')
    expect((await dana.get(`${desk}/feeds`)).body.items).toEqual([
      { id, scheduleId: 'sch_service_desk', only: 'mine', createdAt: expect.any(String) },
    ])
    expect((await ana.delete(`${desk}/feeds/${id}`)).status).toBe(404)
    expect((await dana.delete(`${desk}/feeds/${id}`)).status).toBe(204)
    expect((await read(url)).status).toBe(404)
    expect((await dana.get(`${desk}/feeds`)).body.items).toEqual([])
  })

  test('of an auditor, who may read schedules, is read as any other', async () => {
    const { status, url } = await feedOf(aud, 'all')
    expect([status, (await read(url)).status]).toEqual([201, 200])
  })

  test('ends with its owner’s rights', async () => {
    const { url } = await feedOf(ben, 'all')
    const person = await api.services.people.read('ben')
    if (person) await api.services.people.write({ ...person, roles: ['requester'] })
    expect((await read(url)).status).toBe(404)
  })
})
