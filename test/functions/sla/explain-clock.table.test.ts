import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import type { Explanation } from '../../../functions/sla/readings.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor
let sam: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  ;[riley, ana, sam] = await Promise.all([api.as('riley'), api.as('ana'), api.as('sam')])
})
afterAll(() => api.stop())

const explanation = async (who: Visitor, path: string) => {
  const { status, body } = await who.get(path)
  return { status, body: body as unknown as Explanation }
}

describe('GET /incidents/{id}/clocks/{name}', () => {
  test('explains a deadline to whoever may read the incident', async () => {
    const { body: incident } = await riley.post('/incidents', problem)
    expect(incident.clocks).toMatchObject([
      { name: 'response', state: 'on_track', targetMinutes: 15 },
      { name: 'resolution', state: 'on_track', targetMinutes: 240 },
    ])
    for (const who of [riley, ana]) {
      const { status, body } = await explanation(who, `/incidents/${incident.id}/clocks/resolution`)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        ...{ startedAt: incident.createdAt, calendar: { id: 'cal_always' }, policy: { id: 'sla_default' } },
        segments: [{ from: incident.createdAt, to: body.dueAt, countedSeconds: 14_400, why: 'counted' }],
      })
    }
  })

  test('shows the clock that runs out next in the queue', async () => {
    const { body: incident } = await riley.post('/incidents', problem)
    const { body: queue } = await ana.get('/incidents?view=queue')
    const row = queue.items.find(({ id }) => id === incident.id)
    expect(row?.clock).toMatchObject({ name: 'response', state: 'on_track' })
  })

  test('answers 404 for a clock that there is not, and to whoever may not read it', async () => {
    const { body: incident } = await riley.post('/incidents', problem)
    expect((await ana.get(`/incidents/${incident.id}/clocks/lunch`)).status).toBe(404)
    expect((await ana.get('/incidents/INC-999999/clocks/response')).status).toBe(404)
    expect((await sam.get(`/incidents/${incident.id}/clocks/response`)).status).toBe(404)
  })
})
