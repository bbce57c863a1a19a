import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { operations as incidentOperations } from '../../../functions/incidents/api.ts'
import type { Services } from '../../../functions/runtime/services.ts'
import { operations } from '../../../functions/triage/api.ts'
import { onIncident } from '../../../functions/triage/triage-incident.ts'
import type { Api } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'
import { deskOver, network } from './desk.ts'
import { now } from './fixture.ts'

let api: Api
let services: Services
let desk: ReturnType<typeof deskOver>
beforeAll(async () => {
  api = await apiOverTable([...incidentOperations, ...operations])
  services = api.services
  desk = deskOver(api)
})
afterAll(() => api.stop())

describe('an incident that was reported', () => {
  beforeEach(async () => {
    await desk.putModel()
    await desk.setTriage({})
  })

  test('gets one suggestion, however often the event comes', async () => {
    const id = await desk.report()
    await desk.reported(id)
    await desk.reported(id)
    const ana = await desk.agent(id)
    expect(await ana.read()).toMatchObject({
      triage: {
        categoryId: 'cat_network',
        teamId: 'team_infrastructure',
        status: 'recommended',
        by: 'classifier',
      },
    })
    const entries = await services.incidents.readEntries(id, 'internal')
    expect(entries.filter(({ type }) => type.startsWith('triage.')).map(({ type }) => type)).toEqual([
      'triage.suggested',
    ])
  })

  test('keeps it from the requester, and in mode monitor from everybody but the report', async () => {
    const id = await desk.report()
    await desk.setTriage({ mode: 'monitor' })
    await desk.reported(id)
    const riley = await api.as('riley')
    expect((await riley.get(`/incidents/${id}`)).text).not.toContain('triage')
    expect((await riley.get(`/incidents/${id}`)).text).not.toContain('cat_network')
    expect(await (await desk.agent(id)).read()).not.toHaveProperty('triage')
    expect((await services.incidents.readHead(id))?.slices).toHaveProperty('triage')
  })

  test('is changed in mode auto where no person has set anything', async () => {
    await desk.setTriage({ mode: 'auto' })
    const id = await desk.report()
    await desk.reported(id)
    expect(await (await desk.agent(id)).read()).toMatchObject({
      categoryId: 'cat_network',
      teamId: 'team_infrastructure',
      impact: 'high',
      urgency: 'high',
      triage: { status: 'applied', mode: 'auto' },
    })
  })

  test('keeps in mode auto what an agent set before the event came', async () => {
    await desk.setTriage({ mode: 'auto' })
    const id = await desk.report()
    const ana = await desk.agent(id)
    await ana.change({ categoryId: 'cat_other' })
    await ana.change({ teamId: 'team_database', summary: 'Restarted it.' }, '/escalate')
    await desk.reported(id)
    expect(await ana.read()).toMatchObject({ categoryId: 'cat_other', teamId: 'team_database' })
  })

  test('keeps in mode auto what an agent sets while triage decides', async () => {
    await desk.setTriage({ mode: 'auto' })
    const id = await desk.report()
    const ana = await desk.agent(id)
    let isFirst = true
    const racing: Services = {
      ...services,
      async saveIncident(change, how) {
        if (isFirst) await ana.change({ categoryId: 'cat_other' })
        isFirst = false
        return services.saveIncident(change, how)
      },
    }
    await onIncident({ pk: id, type: 'incident.reported' }, now, racing)
    expect(isFirst).toBe(false)
    expect(await ana.read()).toMatchObject({ categoryId: 'cat_other', teamId: 'team_infrastructure' })
  })

  test('is left alone in mode off', async () => {
    await desk.setTriage({ mode: 'off' })
    const id = await desk.report()
    await desk.reported(id)
    expect((await services.incidents.readHead(id))?.slices).not.toHaveProperty('triage')
  })

  test('is decided by a rule on its sender, without anything learned', async () => {
    const rules = [
      {
        id: 'rule_riley',
        name: 'Riley',
        when: { words: [], serviceIds: [], senders: ['riley@demo.evenkeel.example'] },
        suggest: { categoryId: 'cat_other' },
      },
    ]
    await desk.setTriage({ rules })
    const id = await desk.report({ ...problem, title: 'Qwertz' })
    await desk.reported(id)
    expect(await (await desk.agent(id)).read()).toMatchObject({
      triage: { categoryId: 'cat_other', by: 'rule', ruleId: 'rule_riley', confidence: 1 },
    })
  })
})

describe('the API of triage', () => {
  beforeEach(async () => {
    await desk.putModel()
    await desk.setTriage({})
  })

  test('suggests while somebody reports: to a requester the category, to the desk everything', async () => {
    const asked = { title: network.title, description: network.description }
    const [riley, omar] = await Promise.all([api.as('riley'), api.as('omar')])
    const own = (await riley.post('/triage/suggest', asked)).body as unknown as Record<string, unknown>
    expect(own).toMatchObject({ categoryId: 'cat_network', by: 'classifier' })
    expect(own).not.toHaveProperty('teamId')
    expect((await omar.post('/triage/suggest', asked)).body).toMatchObject({
      categoryId: 'cat_network',
      teamId: 'team_infrastructure',
    })
    await desk.setTriage({ mode: 'monitor' })
    expect((await riley.post('/triage/suggest', asked)).body).toMatchObject({ confidence: 0, fields: [] })
    expect((await omar.post('/triage/suggest', asked)).body).toMatchObject({ categoryId: 'cat_network' })
  })

  test.each(['__proto__', 'constructor', '😀😀', '.', 'x'.repeat(160)])(
    'has nothing to say about %s',
    async (title) => {
      const omar = await api.as('omar')
      const { status, body } = await omar.post('/triage/suggest', { title, description: 'ä '.repeat(9999) })
      expect(status).toBe(200)
      expect(body).toMatchObject({ fields: [], words: [], confidence: 0 })
    },
  )

  test('refuses to train on too little', async () => {
    const fresh = await apiOverTable(operations)
    const omar = await fresh.as('omar')
    const { status, body } = await omar.post('/triage/train')
    expect([status, body.code]).toEqual([409, 'conflict'])
    await fresh.stop()
  })
})
