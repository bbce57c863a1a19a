import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations as ofEscalation } from '../../../functions/escalation/api.ts'
import type { Simulation } from '../../../functions/escalation/simulation.ts'
import { operations as ofSettings } from '../../../functions/settings/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor
let omar: Visitor
beforeAll(async () => {
  api = await apiOverTable([...ofSettings, ...ofEscalation])
  ;[riley, ana, omar] = await Promise.all([api.as('riley'), api.as('ana'), api.as('omar')])
})
afterAll(() => api.stop())

const policy = (more: Record<string, unknown> = {}) => ({
  name: 'Slow ones',
  priorities: ['P3'],
  steps: [{ delayMinutes: 30, targets: [{ kind: 'team', id: 'team_service_desk' }] }],
  ...more,
})
const errorsOf = async (body: Record<string, unknown>) =>
  (await omar.post('/escalation-policies', body)).body.errors?.map(({ path }) => path)

describe('escalation policies', () => {
  test('are read by those who work here, and changed by administrators', async () => {
    expect((await ana.get('/escalation-policies')).body.items).toMatchObject([{ id: 'pol_major' }])
    expect((await riley.get('/escalation-policies')).status).toBe(403)
    expect((await ana.post('/escalation-policies', policy())).status).toBe(403)

    const added = await omar.post('/escalation-policies', policy())
    expect([added.status, added.body]).toMatchObject([201, { id: 'pol_slow_ones', repeats: 0 }])
    const path = `/escalation-policies/${added.body.id}`
    const { etag } = await ana.get(path)
    const changed = await omar.put(path, policy({ repeats: 2 }), { 'if-match': etag })
    expect(changed).toMatchObject({ status: 200, body: { repeats: 2 } })
    const removed = await omar.delete(path, undefined, { 'if-match': changed.etag })
    expect(removed.status).toBe(204)
  })

  test.each([
    ['a team', { targets: [{ kind: 'team', id: 'team_gone' }] }, 'steps.0.targets.0.id'],
    [
      'somebody who does not work here',
      { targets: [{ kind: 'person', id: 'riley' }] },
      'steps.0.targets.0.id',
    ],
    ['a schedule', { targets: [{ kind: 'schedule', id: 'sch_gone' }] }, 'steps.0.targets.0.id'],
    ['a calendar', { when: { calendar: { id: 'cal_gone', is: 'open' } } }, 'steps.0.when.calendar.id'],
  ])('do not name %s that is not there', async (_, more, path) => {
    const steps = [{ ...policy().steps[0], ...more }]
    expect(await errorsOf(policy({ steps }))).toEqual([path])
  })

  test('say in a simulation which other one is taken', async () => {
    const sample = { priority: 'P1', at: '2026-10-25T01:30:00Z' }
    const simulated = async (more: Record<string, unknown>) =>
      (await omar.post('/escalation-policies/simulate', { ...sample, policy: policy(more) }))
        .body as unknown as Simulation
    expect((await simulated({ priorities: ['P1'] })).takenInstead).toEqual({
      id: 'pol_major',
      name: 'Major incidents',
    })
    expect(await simulated({ id: 'pol_major', priorities: ['P1'] })).not.toHaveProperty('takenInstead')
    const saved = await omar.post('/escalation-policies/pol_major/simulate', sample)
    expect(saved.status).toBe(200)
    expect(saved.body).not.toHaveProperty('takenInstead')
  })

  test('do not go on for longer than a week', async () => {
    const day = { delayMinutes: 24 * 60, targets: [{ kind: 'manager' }] }
    expect(await errorsOf(policy({ steps: [day, day], repeats: 3 }))).toEqual(['steps'])
  })

  test('do not page again and again in one minute', async () => {
    const steps = [{ ...policy().steps[0], delayMinutes: 0 }]
    expect(await errorsOf(policy({ steps, repeats: 3 }))).toEqual(['repeats'])
  })

  test('keep what they name from being removed', async () => {
    const { etag } = await omar.get('/teams/team_database')
    const answer = await omar.delete('/teams/team_database', undefined, { 'if-match': etag })
    expect(answer.status).toBe(409)
  })
})

describe('a simulation', () => {
  const asked = { priority: 'P1', at: '2026-11-29T02:30:00Z' }

  test('of a policy in force says who is told when, how and why, and stores nothing', async () => {
    const before = await omar.get('/settings')
    const { status, body } = await ana.post('/escalation-policies/pol_major/simulate', asked)
    const { items } = body as unknown as { items: Record<string, unknown>[] }
    expect([status, items[0]]).toMatchObject([
      200,
      {
        at: '2026-11-29T02:35:00.000Z',
        step: 1,
        round: 1,
        kind: 'step',
        cause: 'not_acknowledged',
        people: [{ id: 'ana', name: 'Ana Ruiz', ways: [{ channel: 'mail', because: 'default' }] }],
      },
    ])
    expect(items.map(({ kind }) => kind)).toEqual(['step', 'step', 'step', 'exhausted'])
    expect((await omar.get('/settings')).etag).toBe(before.etag)
  })

  test('of a draft needs no id, and takes what the draft says', async () => {
    const steps = [{ delayMinutes: 1, targets: [{ kind: 'person', id: 'ben' }] }]
    const body = { ...asked, acknowledgedAt: '2026-11-29T02:31:30Z', policy: policy({ steps, repeats: 1 }) }
    const answer = await omar.post('/escalation-policies/simulate', body)
    expect(answer).toMatchObject({
      status: 200,
      body: {
        items: [{ people: [{ id: 'ben', why: { en: 'The escalation policy names you, step 1 of 1.' } }] }],
        resumesAt: '2026-11-29T03:01:30.000Z',
      },
    })
  })

  test('is for those who work here, and of what is there', async () => {
    expect((await riley.post('/escalation-policies/pol_major/simulate', asked)).status).toBe(403)
    expect((await ana.post('/escalation-policies/pol_gone/simulate', asked)).status).toBe(404)
    expect((await ana.post('/escalation-policies/pol_major/simulate', { priority: 'P9' })).status).toBe(422)
  })
})
