import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/settings/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'
import { layer, person } from './fixture.ts'

let api: Api
let omar: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  omar = await api.as('omar')
})
afterAll(() => api.stop())

const nights = { name: 'Nights', zone: 'Europe/Berlin', layers: [layer(['ben'])] }
const placesOf = async (change: object) => {
  const { status, body } = await omar.post('/schedules', { ...nights, ...change })
  return [status, body.errors?.map(({ path }) => path)]
}

describe('a schedule', () => {
  test('is saved in a read and a write', async () => {
    await omar.get('/schedules')
    const { result, trips } = await api.count(() => omar.post('/schedules', nights))
    expect([result.status, result.body.id, trips]).toEqual([201, 'sch_nights', 2])
  })

  test('names people who work here, and says where it does not', async () => {
    expect(await placesOf({ layers: [layer(['ben', 'riley', 'nobody'])] })).toEqual([
      422,
      ['layers.0.people.1.id', 'layers.0.people.2.id'],
    ])
  })

  test('says everything that is wrong at once', async () => {
    const wrong = [layer(['riley'], { endsOn: '2026-01-01' })]
    expect(await placesOf({ layers: wrong, teamId: 'team_none' })).toEqual([
      422,
      ['teamId', 'layers.0.endsOn', 'layers.0.people.0.id'],
    ])
    expect((await placesOf({ zone: '+02:00' }))[0]).toBe(422)
    expect((await placesOf({ layers: [] }))[0]).toBe(422)
  })

  test('stays while an escalation policy pages it', async () => {
    const policies = await omar.get('/escalation-policies')
    const added = await omar.post('/escalation-policies', {
      ...{ name: 'Nights', priorities: [] },
      steps: [{ delayMinutes: 5, targets: [{ kind: 'schedule', id: 'sch_nights', which: 'now' }] }],
    })
    expect([policies.status, added.status, added.body.errors]).toEqual([200, 201, undefined])
    const { etag } = await omar.get('/schedules/sch_nights')
    const refused = await omar.delete('/schedules/sch_nights', undefined, { 'if-match': etag })
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Nights')])
  })

  test('may name somebody several times, for two turns in one round', async () => {
    const layers = [{ ...layer([]), people: [person('ben'), person('ana'), person('ben')] }]
    expect(await placesOf({ layers })).toEqual([201, undefined])
  })
})
