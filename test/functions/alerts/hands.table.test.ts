import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeGroup } from '../../../functions/alerts/close-group.ts'
import { releaseAll } from '../../../functions/alerts/release-alerts.ts'
import { edit } from '../../../functions/incidents/edit.ts'
import { move, systemMover } from '../../../functions/incidents/move.ts'
import { type AlertDesk, ana, openAlertDesk } from './desk.ts'
import { at, ends, fires } from './fixture.ts'

let desk: AlertDesk

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  desk = await openAlertDesk({})
})
afterEach(() => vi.useRealTimers())

describe('an incident that a person ends while alerts fire', () => {
  const silence = {
    ...{ id: 'sil_1', startsAt: at(-60), endsAt: at(3600) },
    matchers: [{ label: 'host', op: 'is' as const, value: 'b' }],
  }
  const onHost = (host: string, seconds: number) => fires('DiskFull', seconds, { labels: { host } })
  const groupOne = () => `grp_${desk.treated(fires('DiskFull', 0)).groupKey}.1`

  async function resolvedByAna() {
    await desk.take(at(0), onHost('a', 0))
    await desk.wakeAt(30)
    const incident = await desk.theIncident()
    vi.setSystemTime(at(1000))
    const mover = { ...systemMover(incident, at(1000)), by: ana }
    const resolution = { to: 'resolved', resolutionCode: 'fixed', notes: 'Done' } as const
    await desk.save(move(incident, resolution, mover), at(1000))
    return incident
  }

  test('is left alone by them, and what fires afterwards is a problem of its own', async () => {
    const incident = await resolvedByAna()
    // This one came before the group knew of it.
    await desk.take(at(1001), onHost('b', 1001))
    vi.setSystemTime(at(1002))
    await closeGroup(groupOne(), desk.services)
    const group = await desk.groupOf(fires('DiskFull', 0))
    expect(group).toMatchObject({ serial: 2, state: 'waiting', firing: 1, continues: incident.id })
    await desk.wakeAt(1100)
    expect(await desk.theIncident()).toMatchObject({ state: 'new', followsId: incident.id })
  })

  test('so is what was silenced and came free at that very moment', async () => {
    desk.held.silences = [silence]
    await desk.take(at(10), onHost('b', 10))
    await resolvedByAna()
    desk.held.silences = []
    vi.setSystemTime(at(1001))
    await releaseAll('sil_1', desk.services)
    vi.setSystemTime(at(1002))
    await closeGroup(groupOne(), desk.services)
    expect(await desk.groupOf(fires('DiskFull', 0))).toMatchObject({ serial: 2, firing: 1 })
  })

  test('is heard of by its group also when an alert joins between a look and a write', async () => {
    await resolvedByAna()
    const { alerts } = desk.services
    let joins = 1
    const saveGroup: typeof alerts.saveGroup = async (before, after) => {
      if (joins-- > 0) await desk.take(at(1001), onHost('b', 1001))
      return alerts.saveGroup(before, after)
    }
    vi.setSystemTime(at(1002))
    await closeGroup(groupOne(), { ...desk.services, alerts: { ...alerts, saveGroup } })
    expect(await desk.groupOf(fires('DiskFull', 0))).toMatchObject({ serial: 2, firing: 1 })
  })
})

test('a priority that a person lowered stays, until an alert is more urgent than any before', async () => {
  const on = (host: string, severity: 'error' | 'critical') =>
    fires('DiskFull', 0, { labels: { host }, severity })
  await desk.take(at(0), on('a', 'error'), on('b', 'error'))
  await desk.wakeAt(30)
  const incident = await desk.theIncident()
  const matrix = desk.settings.priorityMatrix
  const low = { impact: 'low', urgency: 'low' } as const
  const texts = { description: '', fields: {} }
  await desk.save(edit(incident, low, { by: ana, channel: 'api', now: at(60), matrix, texts }), at(60))
  await desk.take(at(100), ends('DiskFull', 100, { labels: { host: 'a' } }))
  await desk.wakeAt(100)
  expect((await desk.theIncident()).priority).toBe('P5')
  await desk.take(at(200), on('c', 'critical'))
  await desk.wakeAt(200)
  expect((await desk.theIncident()).priority).toBe('P1')
})

test('a silence that is made while a group waits keeps it from opening anything', async () => {
  await desk.take(at(0), fires('DiskFull', 0))
  desk.held.silences = [{ id: 'sil_1', matchers: [], startsAt: at(10), endsAt: at(600) }]
  await desk.wakeAt(30)
  expect(await desk.heads()).toEqual([])
  expect((await desk.groupOf(fires('DiskFull', 0)))?.state).toBe('closed')
  desk.held.silences = []
  vi.setSystemTime(at(600))
  await releaseAll('sil_1', desk.services)
  expect(await desk.groupOf(fires('DiskFull', 0))).toMatchObject({ serial: 2, firing: 1 })
})
