import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { operations as incidentOperations } from '../../../functions/incidents/api.ts'
import type { Services } from '../../../functions/runtime/services.ts'
import type { Settings } from '../../../functions/settings/settings.ts'
import { operations } from '../../../functions/triage/api.ts'
import { leastExamples, type Model } from '../../../functions/triage/model.ts'
import { retrain } from '../../../functions/triage/retrain.ts'
import { onIncident } from '../../../functions/triage/triage-incident.ts'
import type { TriageSettings } from '../../../functions/triage/triage-settings.ts'
import { type Api, demoSettings } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'
import { examples, model, now } from './fixture.ts'

let api: Api
let services: Services
beforeAll(async () => {
  api = await apiOverTable([...incidentOperations, ...operations])
  services = api.services
})
afterAll(() => api.stop())

const reported = (pk: string) => onIncident({ pk, type: 'incident.reported' }, now, services)
const moved = (pk: string) => onIncident({ pk, type: 'incident.moved' }, now, services)
const network = {
  ...problem,
  title: 'VPN tunnel',
  description: 'The gateway drops it.',
  serviceId: 'svc_vpn',
}

async function setTriage(triage: Partial<TriageSettings>): Promise<void> {
  const standing = { mode: 'recommend', autoConfidence: 0.5 } as const
  const version = await services.settings.version()
  const settings: Settings = { ...demoSettings, triage: { ...standing, rules: [], ...triage } }
  expect(await services.settings.replace(settings, version, now)).toBe(true)
}

async function putModel(replacement: Model = model) {
  const head = await services.triage.models.replace(replacement, await services.triage.models.readHead())
  if (!head) throw new Error('Somebody else trained.')
  return head
}

async function report(body: object = network): Promise<string> {
  const riley = await api.as('riley')
  const { body: incident, status } = await riley.post('/incidents', body)
  expect(status).toBe(201)
  return incident.id
}

/** As ana sees it, and what she changes. */
async function agent(id: string) {
  const ana = await api.as('ana')
  const read = async () => (await ana.get(`/incidents/${id}`)).body as unknown as Record<string, unknown>
  return {
    read,
    async change(body: object, path = '') {
      const { etag } = await ana.get(`/incidents/${id}`)
      const send = path === '' ? ana.patch : ana.post
      const { status } = await send(`/incidents/${id}${path}`, body, { 'if-match': etag })
      expect(status).toBe(200)
    },
  }
}
const resolution = { to: 'resolved', resolutionCode: 'fixed', notes: 'The gateway was restarted.' }
const example = async (id: string) => (await services.triage.examples.newest()).find((one) => one.id === id)

describe('an incident that was reported', () => {
  beforeEach(async () => {
    await putModel()
    await setTriage({})
  })

  test('gets one suggestion, however often the event comes', async () => {
    const id = await report()
    await reported(id)
    await reported(id)
    const ana = await agent(id)
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
    const id = await report()
    await setTriage({ mode: 'monitor' })
    await reported(id)
    const riley = await api.as('riley')
    expect((await riley.get(`/incidents/${id}`)).text).not.toContain('triage')
    expect((await riley.get(`/incidents/${id}`)).text).not.toContain('cat_network')
    expect(await (await agent(id)).read()).not.toHaveProperty('triage')
    expect((await services.incidents.readHead(id))?.slices).toHaveProperty('triage')
  })

  test('is changed in mode auto where no person has set anything', async () => {
    await setTriage({ mode: 'auto' })
    const id = await report()
    await reported(id)
    expect(await (await agent(id)).read()).toMatchObject({
      categoryId: 'cat_network',
      teamId: 'team_infrastructure',
      impact: 'high',
      urgency: 'high',
      triage: { status: 'applied', mode: 'auto' },
    })
  })

  test('keeps in mode auto what an agent set before the event came', async () => {
    await setTriage({ mode: 'auto' })
    const id = await report()
    const ana = await agent(id)
    await ana.change({ categoryId: 'cat_other' })
    await ana.change({ teamId: 'team_database', summary: 'Restarted it.' }, '/escalate')
    await reported(id)
    expect(await ana.read()).toMatchObject({ categoryId: 'cat_other', teamId: 'team_database' })
  })

  test('keeps in mode auto what an agent sets while triage decides', async () => {
    await setTriage({ mode: 'auto' })
    const id = await report()
    const ana = await agent(id)
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
    await setTriage({ mode: 'off' })
    const id = await report()
    await reported(id)
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
    await setTriage({ rules })
    const id = await report({ ...problem, title: 'Qwertz' })
    await reported(id)
    expect(await (await agent(id)).read()).toMatchObject({
      triage: { categoryId: 'cat_other', by: 'rule', ruleId: 'rule_riley', confidence: 1 },
    })
  })
})

describe('learning', () => {
  beforeEach(() => setTriage({}))

  test('takes a resolved incident as it stands, once, with what had been suggested', async () => {
    const id = await report()
    await reported(id)
    const ana = await agent(id)
    await moved(id)
    expect(await example(id)).toBeUndefined()
    await ana.change({ categoryId: 'cat_other', assigneeId: 'ana' })
    await ana.change(resolution, '/moves')
    await moved(id)
    await moved(id)
    expect(await example(id)).toMatchObject({
      labels: { categoryId: 'cat_other', teamId: 'team_service_desk', impact: 'high', urgency: 'high' },
      serviceId: 'svc_vpn',
      words: ['vpn', 'tunnel', 'gateway', 'drops'],
      suggested: { categoryId: { value: 'cat_network', by: 'classifier' } },
    })
  })

  test('forgets what was reopened, and learns it again as it is resolved then', async () => {
    const id = await report()
    const ana = await agent(id)
    await ana.change({ categoryId: 'cat_other', assigneeId: 'ana' })
    await ana.change(resolution, '/moves')
    await moved(id)
    const early = await example(id)
    if (!early) throw new Error('Nothing was learned.')
    await ana.change({ to: 'in_progress' }, '/moves')
    await onIncident({ pk: id, type: 'incident.reopened' }, now, services)
    expect(await example(id)).toBeUndefined()
    // Somebody who read the incident while it was resolved comes late.
    await services.triage.examples.keep(early)
    expect(await example(id)).toBeUndefined()
    await ana.change({ categoryId: 'cat_network' })
    await ana.change(resolution, '/moves')
    await moved(id)
    await services.triage.examples.keep(early)
    expect((await example(id))?.labels.categoryId).toBe('cat_network')
  })

  test('of two trainings at once puts one into force, whole', async () => {
    await Promise.all(
      examples.map(({ labels, features }, n) =>
        services.triage.examples.keep({
          id: `INC-${String(900_000 + n)}`,
          version: 1,
          at: now,
          labels,
          words: features.filter((feature) => !feature.startsWith('@')),
        }),
      ),
    )
    const before = await services.triage.models.readHead()
    const [one, other] = await Promise.all([
      retrain(services.triage, new Map(), '2026-11-24T00:00:00.000Z'),
      retrain(services.triage, new Map(), '2026-11-24T00:00:01.000Z'),
    ])
    expect(one).toMatchObject({ version: (before?.version ?? 0) + 1 })
    expect(other?.trainedAt).toBe(one?.trainedAt)
    const inForce = await services.triage.models.current()
    expect(inForce?.trainedAt).toBe(one?.trainedAt)
    expect(inForce?.features.size).toBe(one?.features)
    const { items } = await services.table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'TRM#live' },
    })
    expect(items).toHaveLength(1 + (one?.chunks ?? 0))
  })

  test('keeps a model of several chunks together, and gives it back as it was', async () => {
    const features = new Map(
      Array.from({ length: 60_000 }, (_, n) => [
        `${(n * 2_654_435_761) % 4_294_967_296}`,
        [0, n % 97, 1, n % 89],
      ]),
    )
    const head = await putModel({ ...model, features })
    expect(head.chunks).toBeGreaterThan(1)
    expect((await services.triage.models.current())?.features).toEqual(features)
    await putModel()
  })
})

describe('the API of triage', () => {
  beforeEach(async () => {
    await putModel()
    await setTriage({})
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
    await setTriage({ mode: 'monitor' })
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

  test('trains for administrators only', async () => {
    const [ana, omar] = await Promise.all([api.as('ana'), api.as('omar')])
    expect((await ana.post('/triage/train')).status).toBe(403)
    const { status, body } = await omar.post('/triage/train')
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: expect.any(Number), examples: expect.any(Number) })
    expect((body as unknown as { examples: number }).examples).toBeGreaterThanOrEqual(leastExamples)
  })

  test('reports to the desk how often it was right', async () => {
    const [riley, ana] = await Promise.all([api.as('riley'), api.as('ana')])
    expect((await riley.get('/triage/report')).status).toBe(403)
    const { status, body } = await ana.get('/triage/report?last=100')
    expect(status).toBe(200)
    const { kinds } = body as unknown as { kinds: { kind: string; suggested: number; agreed: number }[] }
    expect(kinds[0]).toMatchObject({ kind: 'categoryId', suggested: 1, agreed: 0 })
  })

  test('refuses to train on too little', async () => {
    const fresh = await apiOverTable(operations)
    const omar = await fresh.as('omar')
    const { status, body } = await omar.post('/triage/train')
    expect([status, body.code]).toEqual([409, 'conflict'])
    await fresh.stop()
  })
})
