import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { RotaAnswer } from '../../../functions/oncall/answers.ts'
import { operations } from '../../../functions/oncall/api.ts'
import type { Override } from '../../../functions/oncall/override.ts'
import type { Api, Reply, Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'
import { layer, person, told } from './fixture.ts'

/** A Friday; ana has the week of the service desk, dana the next one. */
const now = '2026-11-27T12:00:00.000Z'
const [ana, dana, chen] = ['Ana Ruiz', 'Dana Novak', 'Chen Wei']
let api: Api
let as: Record<'ana' | 'ben' | 'riley' | 'aud' | 'omar', Visitor>
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date(now))
  api = await apiOverTable(operations)
  const visitor = (id: string) => api.as(id, { expiresInSeconds: 1e7 })
  const [a, b, r, u, o] = await Promise.all(['ana', 'ben', 'riley', 'aud', 'omar'].map(visitor))
  as = { ana: a, ben: b, riley: r, aud: u, omar: o } as typeof as
})
afterAll(async () => {
  vi.useRealTimers()
  await api.stop()
})

const desk = '/schedules/sch_service_desk'
const week = 'from=2026-11-23T00:00:00Z&to=2026-12-07T00:00:00Z'
const rotaOf = ({ body }: Reply) => body as unknown as RotaAnswer
const idOf = ({ body }: Reply) => body.id
const byWeek = ['11-23T00:00 11-23T08:00', '11-23T08:00 11-30T08:00', '11-30T08:00 12-07T00:00']

describe('GET /oncall', () => {
  test('says who is on call, who is next and where nobody is, in one read', async () => {
    await as.ben.get('/oncall')
    const { result, trips } = await api.count(() => as.ben.get('/oncall'))
    expect(trips).toBe(1)
    expect(result.body.items).toMatchObject([
      {
        schedule: { id: 'sch_service_desk' },
        now: { person: { name: ana } },
        next: { person: { name: dana } },
      },
      {
        schedule: { id: 'sch_database' },
        now: { person: { name: chen }, to: '2026-11-30T08:00:00.000Z' },
        next: { person: { name: chen }, from: '2026-11-30T08:00:00.000Z' },
      },
    ])
    expect(result.body.items[0]).not.toHaveProperty('gap')
  })

  test('is for staff', async () => {
    expect((await as.riley.get('/oncall')).status).toBe(403)
    expect((await as.aud.get('/oncall')).status).toBe(200)
  })
})

describe('GET /schedules/{id}/shifts', () => {
  test('tiles the time that was asked for, in one read', async () => {
    await as.ben.get(`${desk}/shifts?${week}`)
    const { result, trips } = await api.count(() => as.ben.get(`${desk}/shifts?${week}`))
    expect(trips).toBe(1)
    const { shifts, gaps, conflicts } = rotaOf(result)
    expect(told(shifts)).toEqual([`dana ${byWeek[0]}`, `ana ${byWeek[1]}`, `dana ${byWeek[2]}`])
    expect([gaps, conflicts]).toEqual([[], []])
    const all = await as.ben.get(`/shifts?${week}`)
    expect(all.body.items[0]).toEqual(result.body)
    expect(all.body.items).toHaveLength(2)
  })

  test('refuses more than 93 days and an end before the beginning, and finds no schedule that is none', async () => {
    const ask = async (query: string) => {
      const { status, body } = await as.ben.get(`${desk}/shifts?${query}`)
      return [status, body.errors?.[0]?.path]
    }
    expect(await ask('from=2026-01-01T00:00:00Z&to=2026-04-04T00:00:00Z')).toEqual([200, undefined])
    expect(await ask('from=2026-01-01T00:00:00Z&to=2026-04-04T00:00:01Z')).toEqual([422, 'to'])
    expect(await ask('from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z')).toEqual([422, 'to'])
    expect(await ask('from=yesterday')).toEqual([400, expect.anything()])
    expect((await as.ben.get(`/schedules/sch_none/shifts?${week}`)).status).toBe(404)
  })
})

describe('overrides', () => {
  const tonight = {
    from: '2026-11-27T18:00:00Z',
    to: '2026-11-28T06:00:00Z',
    personId: 'ben',
    reason: 'Concert',
  }

  test('stand in at once, once for one key, and are told', async () => {
    const headers = { 'idempotency-key': 'tonight' }
    const first = await as.ana.post(`${desk}/overrides`, tonight, headers)
    expect([first.status, first.body]).toEqual([
      201,
      expect.objectContaining({ by: { id: 'ana', name: ana } }),
    ])
    const again = await as.ana.post(`${desk}/overrides`, tonight, headers)
    expect(again.body).toEqual(first.body)
    const other = await as.ana.post(`${desk}/overrides`, { ...tonight, personId: 'omar' }, headers)
    expect(other.status).toBe(422)

    const { shifts, overrides } = rotaOf(await as.ben.get(`${desk}/shifts?${week}`))
    expect(overrides).toEqual([first.body])
    expect(told(shifts.filter(({ overrideId }) => overrideId))).toEqual(['ben 11-27T18:00 11-28T06:00'])
    const { items } = await api.services.table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'SCH#sch_service_desk' },
    })
    expect(items).toMatchObject([
      { type: 'schedule.override_set', override: { id: idOf(first) }, by: { id: 'ana' } },
    ])
  })

  test('cost a read and a write', async () => {
    const { trips } = await api.count(() =>
      as.ana.post('/schedules/sch_database/overrides', { ...tonight, personId: 'dana' }),
    )
    expect(trips).toBe(2)
  })

  test('of two at once the later made counts, and the other is shown as hidden', async () => {
    vi.setSystemTime(Date.parse(now) + 1000)
    const late = await as.omar.post(`${desk}/overrides`, {
      ...tonight,
      from: '2026-11-28T04:00:00Z',
      personId: 'omar',
    })
    const { shifts, conflicts } = rotaOf(await as.ben.get(`${desk}/shifts?${week}`))
    expect(told(shifts.filter(({ overrideId }) => overrideId))).toEqual([
      'ben 11-27T18:00 11-28T04:00',
      'omar 11-28T04:00 11-28T06:00',
    ])
    expect(conflicts).toEqual([
      {
        ...{ kind: 'overlapping_overrides', person: { id: 'ben', name: 'Ben Larsen' } },
        ...{ from: '2026-11-28T04:00:00.000Z', to: '2026-11-28T06:00:00.000Z' },
      },
    ])
    expect((await as.ben.delete(`${desk}/overrides/${idOf(late)}`)).status).toBe(204)
    expect((await as.ben.delete(`${desk}/overrides/${idOf(late)}`)).status).toBe(404)
    expect(rotaOf(await as.ben.get(`${desk}/shifts?${week}`)).conflicts).toEqual([])
  })

  test('that run end when they are taken back, and those that are over stay', async () => {
    const [{ id }] = rotaOf(await as.ben.get(`${desk}/shifts?${week}`)).overrides as [Override]
    vi.setSystemTime('2026-11-27T19:00:00.000Z')
    expect((await as.ben.delete(`${desk}/overrides/${id}`)).status).toBe(204)
    const { shifts, overrides } = rotaOf(await as.ben.get(`${desk}/shifts?${week}`))
    expect(overrides).toMatchObject([{ id, to: '2026-11-27T19:00:00.000Z' }])
    expect(told(shifts)).toContain('ana 11-27T19:00 11-30T08:00')
    vi.setSystemTime('2026-11-27T19:00:01.000Z')
    expect((await as.ben.delete(`${desk}/overrides/${id}`)).status).toBe(409)
  })

  test('name somebody who works here, for at most 93 days, from a beginning to an end', async () => {
    const refused = async (change: object) => {
      const { status, body } = await as.ana.post(`${desk}/overrides`, { ...tonight, ...change })
      return [status, body.errors.map(({ path }) => path)]
    }
    expect(await refused({ personId: 'riley' })).toEqual([422, ['personId']])
    expect(await refused({ personId: 'nobody' })).toEqual([422, ['personId']])
    expect(await refused({ personId: 'aud' })).toEqual([422, ['personId']])
    expect(await refused({ to: tonight.from })).toEqual([422, ['to']])
    expect(await refused({ to: '2027-03-01T00:00:00Z' })).toEqual([422, ['to']])
    expect((await as.aud.post(`${desk}/overrides`, tonight)).status).toBe(403)
    expect((await as.ana.post('/schedules/sch_none/overrides', tonight)).status).toBe(404)
  })
})

describe('what does not fit', () => {
  test('is shown: one person in two schedules at once', async () => {
    const { body } = await as.ana.post('/schedules/sch_database/overrides', {
      ...{ from: '2026-12-07T07:00:00Z', to: '2026-12-07T09:00:00Z', personId: 'ana' },
    })
    const { conflicts } = rotaOf(
      await as.ben.get('/schedules/sch_database/shifts?from=2026-12-07T00:00:00Z&to=2026-12-08T00:00:00Z'),
    )
    expect(conflicts).toEqual([
      {
        ...{ kind: 'double_booked', person: { id: 'ana', name: ana }, scheduleId: 'sch_service_desk' },
        ...{ from: '2026-12-07T08:00:00.000Z', to: '2026-12-07T09:00:00.000Z' },
      },
    ])
    expect((await as.ana.delete(`/schedules/sch_database/overrides/${body.id}`)).status).toBe(204)
  })

  test('is shown for a draft, too: somebody who does not work here', async () => {
    const layers = [{ ...layer(['ana', 'riley']), restrictions: undefined }]
    const draft = {
      from: '2026-12-07T00:00:00Z',
      to: '2026-12-21T00:00:00Z',
      schedule: { name: 'Draft', zone: 'UTC', layers },
    }
    const reply = await as.ana.post('/schedules/preview', draft)
    expect(reply.status).toBe(200)
    const { shifts, conflicts } = rotaOf(reply)
    expect(shifts).toHaveLength(3)
    expect(conflicts.map(({ kind, person: { id } }) => `${id} ${kind}`)).toEqual([
      'riley not_staff',
      'riley not_staff',
    ])
    const wrong = {
      ...draft,
      schedule: { ...draft.schedule, layers: [{ ...layers[0], endsOn: '2020-01-01' }] },
    }
    expect((await as.ana.post('/schedules/preview', wrong)).body.errors[0]?.path).toBe(
      'schedule.layers.0.endsOn',
    )
  })
})

describe('GET /schedules/{id}/fairness', () => {
  test('counts hours, nights and weekends of each person', async () => {
    const query = 'from=2026-12-07T08:00:00Z&to=2026-12-21T08:00:00Z'
    const { body } = await as.ben.get(`${desk}/fairness?${query}`)
    const share = { hours: 168, nightHours: 56, weekendHours: 48, shifts: 1 }
    expect(body.items).toEqual([
      { person: person_('ana', ana), ...share },
      { person: person_('dana', dana), ...share },
    ])
  })
})

const person_ = (id: string, name: string) => ({ ...person(id), name })
