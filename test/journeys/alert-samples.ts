import { later, unique } from '../support/incidents.ts'
import { api, control } from '../support/product.ts'

type Made = { id: string; key: string; url: string }

/** One of everything that is about alerts, by the first part of its path. */
export async function alertSamples(): Promise<Record<string, string | undefined>> {
  const make = async (by: string, path: string, body: object) =>
    (await api(by).post<Made>(`/${path}`, body)).body
  const { now } = await control.clock()
  const endsAt = later(now, 86_400)
  const matchers = [{ label: 'host', op: 'is', value: unique('nowhere') }]
  const source = await make('omar', 'sources', {
    ...{ name: unique('Sample'), kind: 'generic', mapping: { title: 'title', labels: {} } },
  })
  const [rule, heartbeat, silence, maintenance] = await Promise.all([
    make('omar', 'alert-rules', { name: unique('Sample'), kind: 'route', when: matchers, treatment: {} }),
    make('omar', 'heartbeats', { name: unique('Sample'), everyMinutes: 1440, graceMinutes: 60 }),
    make('ana', 'silences', { matchers, reason: 'A sample', endsAt }),
    make('ana', 'maintenances', { title: 'A sample', serviceIds: [], matchers, startsAt: now, endsAt }),
  ])
  await fetch(source.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${source.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: unique('A sample') }),
  })
  await control.advance(0)
  const { body } = await api('ana').get<{ items: { id: string }[] }>(`/alerts?source=${source.id}`)
  return {
    ...{ 'alert-rules': rule.id, heartbeats: heartbeat.id, silences: silence.id },
    ...{ maintenances: maintenance.id, alerts: body.items[0]?.id },
  }
}
