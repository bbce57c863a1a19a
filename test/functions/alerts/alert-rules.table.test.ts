import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/settings/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

let api: Api
let omar: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  omar = await api.as('omar')
})
afterAll(() => api.stop())

const host = { label: 'host', op: 'is', value: 'db1' }
const route = (name: string, more: object = {}) => ({
  kind: 'route',
  name,
  when: [host],
  treatment: {},
  ...more,
})
const placesOf = async (rule: object) => {
  const { status, body } = await omar.post('/alert-rules', rule)
  return [status, body.errors?.map(({ path }) => path)]
}

describe('alert rules', () => {
  test('of both kinds are added, each with an id of its name', async () => {
    const routed = await omar.post('/alert-rules', route('Databases', { treatment: { opens: 'nothing' } }))
    expect([routed.status, routed.body.id]).toEqual([201, 'arl_databases'])
    const inhibit = { kind: 'inhibit', name: 'Switches', cause: [host], symptom: [host] }
    const held = await omar.post('/alert-rules', inhibit)
    expect([held.status, held.body]).toEqual([201, { ...inhibit, id: 'arl_switches', equal: [] }])
    const { body } = await (await api.as('aud')).get('/alert-rules')
    expect(body.items.map(({ id }) => id)).toEqual(['arl_databases', 'arl_switches'])
  })

  test('are put into order, and a rule that never gets its turn is warned of', async () => {
    await omar.post('/alert-rules', route('Everything', { when: [] }))
    const before = await omar.get('/alert-rules')
    expect(before.body.warnings).toEqual([])
    const ids = ['arl_everything', 'arl_databases']
    const ordered = await omar.put('/alert-rules/order', { ids }, { 'if-match': before.etag })
    expect(ordered.body.items.map(({ id }) => id)).toEqual([...ids, 'arl_switches'])
    const { warnings } = (await omar.get('/alert-rules')).body
    expect(warnings).toMatchObject([{ id: 'arl_databases' }])
  })

  test('name services and teams that are there', async () => {
    const treatment = { serviceId: 'svc_gone', teamId: 'team_gone' }
    expect(await placesOf(route('Lost', { treatment }))).toEqual([
      422,
      ['treatment.serviceId', 'treatment.teamId'],
    ])
  })

  test('of a kind that is not known are refused, and so are symptoms of everything', async () => {
    expect((await placesOf({ ...route('Odd'), kind: 'guess' }))[0]).toBe(422)
    expect(await placesOf({ kind: 'inhibit', name: 'All', cause: [host], symptom: [] })).toEqual([
      422,
      ['symptom'],
    ])
  })

  test('keep a team that they name from being removed', async () => {
    await omar.post('/alert-rules', route('To database', { treatment: { teamId: 'team_database' } }))
    const { etag } = await omar.get('/teams/team_database')
    const refused = await omar.delete('/teams/team_database', undefined, { 'if-match': etag })
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('To database')])
  })

  test('are changed by administrators alone', async () => {
    const statuses = await Promise.all(
      ['riley', 'ana', 'aud'].map(
        async (who) => (await (await api.as(who)).post('/alert-rules', route(who))).status,
      ),
    )
    expect(statuses).toEqual([403, 403, 403])
    expect((await (await api.as('riley')).get('/alert-rules')).status).toBe(403)
  })
})
