import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { alertId } from '../../../functions/alerts/alert.ts'
import { releaseAll, wakeAlert, wakeInhibition } from '../../../functions/alerts/release-alerts.ts'
import { ok } from '../../../functions/runtime/operation.ts'
import { type AlertDesk, ana, openAlertDesk } from './desk.ts'
import { at, ends, fires } from './fixture.ts'

const inhibit = {
  ...{ id: 'arl_1', name: 'Nodes', kind: 'inhibit', equal: [] },
  cause: [{ label: 'alertname', op: 'is', value: 'NodeDown' }],
  symptom: [{ label: 'alertname', op: 'is', value: 'PodLost' }],
}
let desk: AlertDesk

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  desk = await openAlertDesk({ rules: [inhibit] })
})
afterEach(() => vi.useRealTimers())

const wakeAt = (seconds: number) => desk.wakeAt(seconds)
const heads = () => desk.heads()
const theIncident = () => desk.theIncident()
const textsOf = async (id: string) =>
  (await desk.services.incidents.readEntries(id, 'internal')).map(({ type }) => type)

describe('an alert that fires', () => {
  test('waits for the rest of its group, and makes one incident of all', async () => {
    await desk.take(
      at(0),
      fires('DiskFull', 0, { labels: { host: 'a' }, summary: 'No room', severity: 'critical' }),
    )
    await wakeAt(29)
    expect(await heads()).toEqual([])
    await desk.take(at(29), fires('DiskFull', 29, { labels: { host: 'b' } }))
    await wakeAt(30)
    const incident = await theIncident()
    expect(incident).toMatchObject({
      title: 'DiskFull',
      priority: 'P1',
      state: 'new',
      requester: { name: 'Prometheus' },
    })
    const [reported] = await desk.services.incidents.readEntries(incident.id, 'public')
    expect(reported?.text).toBe('No room\n\nalertname: DiskFull\nhost: a')
    expect(await textsOf(incident.id)).toContain('alert.grouped')
    const group = await desk.groupOf(fires('DiskFull', 0))
    expect(group).toMatchObject({ state: 'open', incidentId: incident.id, firing: 2, total: 2 })
    const { items } = await desk.services.alerts.belongingTo(`grp_${group?.key}.1`, { limit: 25 })
    expect(items.map(({ status }) => status)).toEqual(['firing', 'firing'])
  })

  test('opens nothing when it ends while it waits', async () => {
    await desk.take(at(0), fires('DiskFull', 0))
    await desk.take(at(10), ends('DiskFull', 10))
    await wakeAt(30)
    expect(await heads()).toEqual([])
    expect((await desk.groupOf(fires('DiskFull', 0)))?.state).toBe('closed')
  })

  test('joins the incident that is open, which becomes as urgent as the alert', async () => {
    await desk.take(at(0), fires('DiskFull', 0, { labels: { host: 'a' }, severity: 'warning' }))
    await wakeAt(30)
    expect((await theIncident()).priority).toBe('P3')
    await desk.take(at(600), fires('DiskFull', 600, { labels: { host: 'b' }, severity: 'critical' }))
    await wakeAt(600)
    expect((await theIncident()).priority).toBe('P1')
  })

  test('changes nothing however often and by however many workers it is taken', async () => {
    const all = Array.from({ length: 30 }, (_, host) =>
      fires('DiskFull', 0, { labels: { host: `h${host}` } }),
    )
    await Promise.all([desk.take(at(0), ...all), desk.take(at(0), ...all), desk.take(at(1), ...all)])
    expect(await desk.groupOf(fires('DiskFull', 0))).toMatchObject({ firing: 30, total: 30 })
    await Promise.all([wakeAt(31), wakeAt(31)])
    await desk.take(at(60), ...all)
    expect(await heads()).toHaveLength(1)
  })
})

describe('alerts that end', () => {
  const open = async () => {
    await desk.take(
      at(0),
      fires('DiskFull', 0, { labels: { host: 'a' } }),
      fires('DiskFull', 0, { labels: { host: 'b' } }),
    )
    await wakeAt(30)
    return theIncident()
  }
  const end = (seconds: number, host: string) =>
    desk.take(at(seconds), ends('DiskFull', seconds, { labels: { host } }))

  test('resolve their incident with the last of them, if no person has touched it', async () => {
    const { id } = await open()
    await end(100, 'a')
    await wakeAt(100)
    expect((await theIncident()).state).toBe('new')
    await end(200, 'b')
    await wakeAt(200)
    const resolved = await desk.services.incidents.readHead(id)
    expect(resolved).toMatchObject({ state: 'resolved', resolution: { code: 'self_solved' } })
    expect((await desk.groupOf(fires('DiskFull', 0)))?.state).toBe('closed')
  })

  test('only say so where a person has', async () => {
    const incident = await open()
    const event = {
      type: 'incident.commented',
      at: at(60),
      by: ana,
      channel: 'api',
      visibility: 'internal',
    } as const
    await desk.services.saveIncident(
      { before: incident, after: incident, events: [event] },
      { now: at(60), settings: desk.settings, answer: () => ok(undefined) },
    )
    await end(100, 'a')
    await end(100, 'b')
    await wakeAt(100)
    expect((await theIncident()).state).toBe('new')
    expect(await textsOf(incident.id)).toContain('alert.quietened')
    await desk.take(at(7200), fires('DiskFull', 7200, { labels: { host: 'a' } }))
    await wakeAt(7200)
    expect((await theIncident()).id).toBe(incident.id)
    expect(await textsOf(incident.id)).toContain('alert.rekindled')
    await end(7300, 'a')
    await wakeAt(7300)
    expect((await textsOf(incident.id)).filter((type) => type === 'alert.quietened')).toHaveLength(2)
  })

  test('open the same incident again when they fire within the window, and another one after it', async () => {
    const { id } = await open()
    await end(100, 'a')
    await end(100, 'b')
    await wakeAt(100)
    await desk.take(at(300), fires('DiskFull', 300, { labels: { host: 'a' } }))
    await wakeAt(330)
    expect(await theIncident()).toMatchObject({ id, state: 'in_progress', reopenCount: 1 })
    await end(400, 'a')
    await wakeAt(400)
    await desk.take(at(701), fires('DiskFull', 701, { labels: { host: 'c' } }))
    await wakeAt(731)
    expect((await theIncident()).id).not.toBe(id)
  })
})

describe('what is held', () => {
  const silence = {
    ...{ id: 'sil_1', startsAt: at(-60), endsAt: at(3600) },
    matchers: [{ label: 'alertname', op: 'is' as const, value: 'DiskFull' }],
  }

  test('goes on its way when its silence is ended early', async () => {
    desk.held.silences = [silence]
    await desk.take(at(0), fires('DiskFull', 0), fires('Other', 0))
    expect(await desk.groupOf(fires('DiskFull', 0))).toBeUndefined()
    expect(await desk.groupOf(fires('Other', 0))).toBeDefined()
    desk.held.silences = []
    vi.setSystemTime(at(60))
    await releaseAll('sil_1', desk.services)
    expect(await desk.groupOf(fires('DiskFull', 0))).toMatchObject({ state: 'waiting', firing: 1 })
  })

  test('asks again by itself after a minute and then each quarter of an hour, whatever was missed', async () => {
    desk.held.silences = [silence]
    await desk.take(at(0), fires('DiskFull', 0))
    const id = alertId(fires('DiskFull', 0))
    const item = () => desk.table.get({ pk: id, sk: '!alert' })
    const wakenAt = async (seconds: number) => {
      vi.setSystemTime(at(seconds))
      await wakeAlert(id, desk.services)
    }
    expect(await item()).toMatchObject({ nextDueAt: at(60), dueKind: 'alert' })
    await wakenAt(59)
    expect(await item()).toMatchObject({ nextDueAt: at(60), version: 1 })
    await wakenAt(60)
    expect(await item()).toMatchObject({ nextDueAt: at(960), version: 2 })
    desk.held.silences = []
    await wakenAt(960)
    expect((await desk.services.alerts.read(id))?.hold).toBeUndefined()
  })

  test('by a cause goes on its way once the last of its causes has ended', async () => {
    const [one, two] = [{ labels: { host: 'a' } }, { labels: { host: 'b' } }]
    await desk.take(at(0), fires('NodeDown', 0, one), fires('NodeDown', 0, two))
    await desk.take(at(1), fires('PodLost', 1))
    const counter = (await desk.services.alerts.read(alertId(fires('PodLost', 1))))?.hold?.id ?? ''
    vi.setSystemTime(at(60))
    await desk.take(at(60), ends('NodeDown', 60, one))
    await wakeInhibition(counter, desk.services)
    expect(await desk.groupOf(fires('PodLost', 1))).toBeUndefined()
    await desk.take(at(61), ends('NodeDown', 61, two))
    await wakeInhibition(counter, desk.services)
    expect(await desk.groupOf(fires('PodLost', 1))).toMatchObject({ firing: 1 })
    expect(await desk.table.get({ pk: counter, sk: '!firing' })).not.toHaveProperty('nextDueAt')
  })
})
