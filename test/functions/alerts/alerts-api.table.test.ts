import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { alertId } from '../../../functions/alerts/alert.ts'
import { operations } from '../../../functions/alerts/api.ts'
import { takeAlerts } from '../../../functions/alerts/take-alerts.ts'
import { treatmentOf } from '../../../functions/alerts/treatment.ts'
import { wakeGroup } from '../../../functions/alerts/wake-group.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'
import { at, ends, fires } from './fixture.ts'

let api: Api
let ana: Visitor
let riley: Visitor
type Row = { id: string; title: string; severity: string; status: string }
type Page = { items: Row[]; nextCursor?: string }

const disk = fires('Disk', 0, {
  labels: { host: 'a', service: 'svc_erp' },
  severity: 'warning',
  title: 'Disk is full',
})
const node = fires('Node', 0, {
  labels: { host: 'b', service: 'svc_erp' },
  severity: 'critical',
  title: 'Node is down',
})
const link = fires('Link', 0, { labels: { host: 'c' }, title: 'Link is lost', sourceId: 'src_other' })

beforeAll(async () => {
  api = await apiOverTable(operations)
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(at(0))
  await takeAlerts([disk, node, link], () => at(0), api.services)
  vi.setSystemTime(at(60))
  const settings = await api.services.settings.current()
  await wakeGroup(`grp_${treatmentOf(node, settings).groupKey}`, api.services)
  await takeAlerts([ends('Link', 70, { ...link, status: 'resolved' })], () => at(70), api.services)
  vi.useRealTimers()
  ana = await api.as('ana')
  riley = await api.as('riley')
})
afterAll(() => api.stop())

const titles = async (path: string) =>
  ((await ana.get(path)).body as unknown as Page).items.map(({ title }) => title)

describe('the list of alerts', () => {
  test('has what fires, the most severe first, and apart from it what ended', async () => {
    expect(await titles('/alerts')).toEqual(['Node is down', 'Disk is full'])
    expect(await titles('/alerts?status=resolved')).toEqual(['Link is lost'])
  })

  test.each([
    ['/alerts?severity=warning', ['Disk is full']],
    ['/alerts?service=svc_erp&q=DOWN node', ['Node is down']],
    ['/alerts?source=src_other', []],
    ['/alerts?team=team_infrastructure', []],
  ])('%s', async (path, expected) => {
    expect(await titles(path)).toEqual(expected)
  })

  test('goes on from page to page without losing any', async () => {
    const first = (await ana.get('/alerts?limit=1')).body as unknown as Page
    const second = (await ana.get(`/alerts?limit=1&cursor=${first.nextCursor}`)).body as unknown as Page
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual([
      'Node is down',
      'Disk is full',
    ])
  })

  test('is for those who work here', async () => {
    expect((await riley.get('/alerts')).status).toBe(403)
    expect((await (await api.as('aud')).get('/alerts')).status).toBe(200)
  })
})

describe('an alert', () => {
  test('tells the way that it took, and the incident that came of it', async () => {
    const body = (await ana.get(`/alerts/${alertId(node)}`)).body as unknown as {
      incidentId: string
      way: { code: string }[]
    }
    expect(body.incidentId).toMatch(/^INC-/)
    expect(body.way.map(({ code }) => code)).toEqual([
      ...['new', 'steady', 'not_silenced', 'no_maintenance', 'not_inhibited'],
      ...['source_default', 'opens_group', 'waits', 'opened_incident'],
    ])
    const own = (await ana.get(`/incidents/${body.incidentId}/alerts`)).body as unknown as Page
    expect(own.items.map(({ title }) => title)).toEqual(['Node is down'])
    expect((await riley.get(`/incidents/${body.incidentId}/alerts`)).status).toBe(404)
  })

  test.each(['alr_src_prom.0', 'alr_src_prom.00000000000000000000000000000000', 'INC-000001'])(
    'that is not there answers 404: %s',
    async (id) => {
      expect((await ana.get(`/alerts/${id}`)).status).toBe(404)
    },
  )
})

describe('a storm', () => {
  test('is told of while it lasts', async () => {
    const storms = async () =>
      ((await ana.get('/alerts/storms')).body as unknown as { items: object[] }).items
    expect(await storms()).toEqual([])
    const startedAt = new Date().toISOString()
    await api.services.traffic.noteTraffic('src_prometheus', { requests: 301, accepted: 301, at: startedAt })
    expect(await storms()).toEqual([{ sourceId: 'src_prometheus', startedAt, requests: 301 }])
    expect((await riley.get('/alerts/storms')).status).toBe(403)
  })
})

describe('an alert that its source will never end', () => {
  test('is ended by somebody who works here, and fires again when it is said anew', async () => {
    const place = `/alerts/${alertId(disk)}`
    expect((await riley.post(`${place}/end`, {})).status).toBe(403)
    const ended = await ana.post(`${place}/end`, {})
    expect(ended.status).toBe(200)
    const body = ended.body as unknown as { status: string; way: { code: string; data?: object }[] }
    expect(body.status).toBe('resolved')
    expect(body.way).toContainEqual(
      expect.objectContaining({ code: 'ended_by_hand', data: { by: 'Ana Ruiz' } }),
    )
    expect((await ana.post(`${place}/end`, {})).status).toBe(409)
    const now = new Date().toISOString()
    await takeAlerts([{ ...disk, receivedAt: now }], () => now, api.services)
    expect((await api.services.alerts.read(alertId(disk)))?.status).toBe('firing')
  })
})
