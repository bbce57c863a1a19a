import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Alertmanager, configFor, type Fired, startAlertmanager } from '../support/alertmanager.ts'
import { eventually } from '../support/deadline.ts'
import { pagedIn, pagesAbout, readIncident, settled, timelineOf, unique } from '../support/incidents.ts'
import { api, control } from '../support/product.ts'

type Row = { id: string; title: string; status: string; heldBy?: string }
type Source = { id: string; key: string; url: string }

const name = unique('TooSlow').replaceAll(' ', '')
const summary = `${name}: answers take too long`
const hosts = ['a', 'b', 'c']
let alertmanager: Alertmanager
let source: Source

const alert = (host: string, more: Partial<Fired> = {}): Fired => ({
  labels: { alertname: name, host, severity: 'critical', service: 'svc_erp' },
  annotations: { summary },
  ...more,
})

beforeAll(async () => {
  const { status, body } = await api('omar').post<Source>('/sources', {
    name: unique('Prometheus'),
    kind: 'alertmanager',
  })
  expect(status, JSON.stringify(body)).toBe(201)
  source = body
  alertmanager = await startAlertmanager(configFor(source.url, source.key))
})
afterAll(() => alertmanager?.stop())

async function alerts(status: 'firing' | 'resolved'): Promise<Row[]> {
  const query = `/alerts?status=${status}&source=${source.id}&limit=100`
  return (await api('ana').get<{ items: Row[] }>(query)).body.items
}

const arrived = (status: 'firing' | 'resolved', count: number) =>
  eventually(
    async () => {
      const rows = await alerts(status)
      return rows.length === count ? rows : undefined
    },
    { seconds: 60, what: `${count} alerts that are ${status}` },
  )

describe('Debian’s Alertmanager, pointed at a source', () => {
  let incidentId = ''

  test('fires, and its alerts make one incident that pages once', async () => {
    await alertmanager.post(hosts.map((host) => alert(host)))
    const [row] = await arrived('firing', hosts.length)
    await control.advance(60)
    const { body } = await api('ana').get<{ incidentId: string; way: { code: string }[] }>(
      `/alerts/${row?.id}`,
    )
    incidentId = body.incidentId
    const incident = await readIncident(incidentId)
    expect(incident).toMatchObject({ title: summary, priority: 'P1', state: 'new', serviceId: 'svc_erp' })
    const own = await api('ana').get<{ items: Row[] }>(`/incidents/${incidentId}/alerts`)
    expect(own.body.items).toHaveLength(hosts.length)
    expect((await timelineOf(incidentId)).map(({ type }) => type)).toContain('alert.grouped')
    await control.advance(5 * 60)
    expect(pagedIn(await pagesAbout(incidentId))).toEqual(['step-1 ana'])
  })

  test('says it again and again, which changes nothing', async () => {
    const received = async () => {
      const { body } = await api('omar').get<{ accepted: number }>(`/sources/${source.id}/traffic`)
      return body.accepted
    }
    const [before, until] = [await readIncident(incidentId), (await received()) + 2 * hosts.length]
    await eventually(async () => (await received()) >= until, {
      seconds: 60,
      what: 'alerts to be said again',
    })
    await settled()
    expect((await readIncident(incidentId)).version).toBe(before.version)
    expect(await alerts('firing')).toHaveLength(hosts.length)
  })

  test('resolves, and the incident that nobody has touched resolves with the last of them', async () => {
    const endsAt = new Date().toISOString()
    await alertmanager.post([alert('a', { endsAt })])
    await arrived('resolved', 1)
    await settled()
    expect((await readIncident(incidentId)).state).toBe('new')
    await alertmanager.post(hosts.slice(1).map((host) => alert(host, { endsAt })))
    await arrived('resolved', hosts.length)
    await control.advance(60)
    expect((await readIncident(incidentId)).state).toBe('resolved')
  })
})
