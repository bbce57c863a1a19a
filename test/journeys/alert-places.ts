import { settled, unique } from '../support/incidents.ts'
import { addresses, api, control } from '../support/product.ts'
import type { Place } from './places.ts'

type Made = { id: string; key: string; url: string }

const mapping = {
  title: 'title',
  severity: { path: 'level', values: { bad: 'critical' } },
  labels: { host: 'host' },
}
const job = 'Nightly copy of the shared drive'

async function post({ url, key }: Made, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** The pages of alerts with something on each: what fires, what is held, what sends and what was refused. */
export async function alertPlaces(): Promise<Place[]> {
  const omar = api('omar')
  const source = (await omar.post<Made>('/sources', { name: unique('Storage'), kind: 'generic', mapping }))
    .body
  const heartbeat = (await omar.post<Made>('/heartbeats', { name: job, everyMinutes: 60, graceMinutes: 10 }))
    .body
  const [label, op] = ['host', 'is']
  await omar.post('/alert-rules', {
    ...{ name: unique('Storage'), kind: 'route', treatment: { teamId: 'team_infrastructure' } },
    when: [{ label, op, value: 'nas-1' }],
  })
  const { now } = await control.clock()
  const endsAt = new Date(Date.parse(now) + 4 * 3_600_000).toISOString()
  const silence = (
    await api('ana').post<{ id: string }>('/silences', {
      ...{ matchers: [{ label, op, value: 'nas-2' }], reason: 'A new disk is on its way', endsAt },
    })
  ).body
  const maintenance = (
    await api('ana').post<{ id: string }>('/maintenances', {
      ...{ title: 'New racks', serviceIds: ['svc_web'], matchers: [], startsAt: now, endsAt },
    })
  ).body
  for (const host of ['nas-1', 'nas-2'])
    await post(source, { title: `Disk of ${host} fails`, level: 'bad', host })
  await post(source, { wrong: 'Disk of nas-3 fails' })
  await control.advance(60)
  await settled()
  const { body } = await api('ana').get<{ items: { id: string }[] }>(`/alerts?source=${source.id}`)
  const paths = {
    ana: {
      alerts: '/alerts',
      alert: `/alerts/${body.items[0]?.id}`,
      silences: `/alerts/silences?alert=${body.items[0]?.id}`,
      silence: `/alerts/silences/${silence.id}`,
      maintenances: '/alerts/maintenances',
      maintenance: `/alerts/maintenances/${maintenance.id}`,
      heartbeats: '/alerts/heartbeats',
      sources: '/alerts/sources',
    },
    omar: {
      source: `/alerts/sources/${source.id}`,
      'source-new': '/alerts/sources/new',
      heartbeat: `/alerts/heartbeats/${heartbeat.id}`,
      'alert-rules': '/set-up/alert-rules?try=week',
      'alert-rule': '/set-up/alert-rules/new',
    },
  }
  return (['ana', 'omar'] as const).flatMap((person) =>
    Object.entries(paths[person]).map(([name, path]) => ({
      ...{ name, person, script: 180 },
      url: `${addresses().portal}${path}`,
    })),
  )
}
