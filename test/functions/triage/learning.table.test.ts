import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { operations as incidentOperations } from '../../../functions/incidents/api.ts'
import type { Services } from '../../../functions/runtime/services.ts'
import { operations } from '../../../functions/triage/api.ts'
import { leastExamples } from '../../../functions/triage/model.ts'
import { retrain } from '../../../functions/triage/retrain.ts'
import { onIncident } from '../../../functions/triage/triage-incident.ts'
import type { Api } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'
import { deskOver, resolution } from './desk.ts'
import { examples, model, now } from './fixture.ts'

let api: Api
let services: Services
let desk: ReturnType<typeof deskOver>
beforeAll(async () => {
  api = await apiOverTable([...incidentOperations, ...operations])
  services = api.services
  desk = deskOver(api)
})
afterAll(() => api.stop())

const example = async (id: string) => (await services.triage.examples.newest()).find((one) => one.id === id)

describe('learning', () => {
  beforeEach(async () => {
    await desk.putModel()
    await desk.setTriage({})
  })

  test('takes a resolved incident as it stands, once, with what had been suggested', async () => {
    const id = await desk.report()
    await desk.reported(id)
    const ana = await desk.agent(id)
    await desk.moved(id)
    expect(await example(id)).toBeUndefined()
    await ana.change({ categoryId: 'cat_other', assigneeId: 'ana' })
    await ana.change(resolution, '/moves')
    await desk.moved(id)
    await desk.moved(id)
    expect(await example(id)).toMatchObject({
      labels: { categoryId: 'cat_other', teamId: 'team_service_desk', impact: 'high', urgency: 'high' },
      serviceId: 'svc_vpn',
      words: ['vpn', 'tunnel', 'gateway', 'drops'],
      suggested: { categoryId: { value: 'cat_network', by: 'classifier' } },
    })
  })

  test('forgets what was reopened, and learns it again as it is resolved then', async () => {
    const id = await desk.report()
    const ana = await desk.agent(id)
    await ana.change({ categoryId: 'cat_other', assigneeId: 'ana' })
    await ana.change(resolution, '/moves')
    await desk.moved(id)
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
    await desk.moved(id)
    await services.triage.examples.keep(early)
    expect((await example(id))?.labels.categoryId).toBe('cat_network')
  })

  test('takes an incident that was imported with its whole life', async () => {
    const id = await desk.report()
    const ana = await desk.agent(id)
    await ana.change({ categoryId: 'cat_other', assigneeId: 'ana' })
    await ana.change(resolution, '/moves')
    await onIncident({ pk: id, type: 'incident.imported' }, now, services)
    const learned = await example(id)
    expect(learned?.labels.categoryId).toBe('cat_other')
    expect(learned).not.toHaveProperty('suggested')
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
    const head = await desk.putModel({ ...model, features })
    expect(head.chunks).toBeGreaterThan(1)
    expect((await services.triage.models.current())?.features).toEqual(features)
    await desk.putModel()
  })

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
})
