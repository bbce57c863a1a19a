import { describe, expect, test } from 'vitest'
import { alertId } from '../../../functions/alerts/alert.ts'
import { type decide, release } from '../../../functions/alerts/decide.ts'
import { at, emptyWorld, ends, fires, play, setup } from './fixture.ts'

const wayOf = (decision: ReturnType<typeof decide>) =>
  decision?.alert.way.map(({ stage, code }) => `${stage}: ${code}`)

describe('what is new', () => {
  test('a first firing goes all the way into a group that waits', () => {
    const [fired] = play([fires('DiskFull', 0)])
    expect(wayOf(fired)).toEqual([
      'deduplicate: new',
      'flapping: steady',
      'silence: not_silenced',
      'maintenance: no_maintenance',
      'inhibit: not_inhibited',
      'route: unrouted',
      'group: opens_group',
      'transient: waits',
    ])
    expect(fired?.group).toMatchObject({ state: 'waiting', firing: 1, total: 1, dueAt: at(30) })
  })

  test('what is said again within five minutes changes nothing, and after that is only noted', () => {
    const [, soon, later] = play([fires('DiskFull', 0), fires('DiskFull', 299), fires('DiskFull', 300)])
    expect(soon).toBeUndefined()
    expect(later).toMatchObject({ news: 'seen', alert: { lastSeenAt: at(300) } })
    expect(later?.group).toBeUndefined()
  })

  test('the end of an alert leaves its group', () => {
    const [, ended] = play([fires('DiskFull', 0), ends('DiskFull', 10)])
    expect(ended).toMatchObject({ news: 'ended', group: { firing: 0 }, alert: { resolvedAt: at(10) } })
    expect(ended?.alert.grouped).toBeUndefined()
    expect(wayOf(ended)?.slice(-2)).toEqual(['deduplicate: resolved', 'transient: ended_while_waiting'])
  })

  test('an end that comes before its beginning keeps the beginning from firing', () => {
    const beginning = { startsAt: at(-60) }
    const [ended, fired] = play([ends('DiskFull', 0, beginning), fires('DiskFull', 1, beginning)])
    expect(wayOf(ended)).toEqual(['deduplicate: resolved_unseen'])
    expect(fired).toBeUndefined()
  })

  test('a message that is delivered late changes nothing', () => {
    const decisions = play([
      fires('DiskFull', 0, { startsAt: at(-60) }),
      ends('DiskFull', 10, { startsAt: at(-60) }),
      fires('DiskFull', 20, { startsAt: at(15) }),
      ends('DiskFull', 21, { startsAt: at(-60) }),
      fires('DiskFull', 22, { startsAt: at(-60) }),
    ])
    expect(decisions.map((one) => one?.news)).toEqual(['fired', 'ended', 'fired', undefined, undefined])
  })

  test('a source whose clock is a day ahead is treated as any other', () => {
    const day = 86_400
    const decisions = play([
      fires('DiskFull', 0, { startsAt: at(day) }),
      ends('DiskFull', 10, { startsAt: at(day) }),
      fires('DiskFull', 20, { startsAt: at(day + 15) }),
    ])
    expect(decisions.map((one) => one?.news)).toEqual(['fired', 'ended', 'fired'])
    expect(decisions[2]?.alert.firedAt).toBe(at(20))
  })

  test('what is worse than before makes its group as urgent', () => {
    const world = emptyWorld()
    play([fires('DiskFull', 0, { severity: 'warning' })], world)
    const [worse] = play([fires('DiskFull', 5, { severity: 'critical' })], world)
    expect(worse).toMatchObject({ news: 'seen', group: { priority: 'P1', firing: 1 } })
  })
})

describe('flapping', () => {
  const swings = [0, 100, 200, 300].map((second, index) =>
    index % 2 === 0 ? fires('Link', second) : ends('Link', second),
  )

  test('the fourth change in half an hour is told once, and what fires next is held', () => {
    const decisions = play([...swings, fires('Link', 400), ends('Link', 500), fires('Link', 600)])
    expect(decisions.map((one) => Boolean(one?.flaps))).toEqual([
      ...[false, false, false, true],
      ...[false, false, false],
    ])
    expect(decisions[4]?.alert.hold).toMatchObject({
      by: 'flapping',
      id: alertId(fires('Link', 0)),
      until: at(100 + 1800),
    })
    expect(decisions[4]?.group).toBeUndefined()
  })

  test('what fires on when it has been steady goes on its way', () => {
    const world = emptyWorld()
    const [held] = play([...swings, fires('Link', 400)], world).slice(-1)
    const until = held?.alert.hold?.until ?? ''
    const alert = world.alerts.get(alertId(fires('Link', 0)))
    const freed = alert && release(alert, { world, setup: setup(), now: until })
    expect(freed?.alert.hold).toBeUndefined()
    expect(freed?.group).toMatchObject({ firing: 1 })
  })

  test('a change every ten minutes is no flapping', () => {
    const slow = [0, 600, 1200, 1800, 2400, 3000].map((second, index) =>
      index % 2 === 0 ? fires('Link', second) : ends('Link', second),
    )
    expect(play(slow).some((one) => one?.flaps || one?.alert.hold)).toBe(false)
  })
})

describe('what holds an alert back', () => {
  const silence = {
    id: 'sil_1',
    matchers: [{ label: 'alertname', op: 'is' as const, value: 'DiskFull' }],
    startsAt: at(-60),
    endsAt: at(600),
  }
  const maintenance = {
    id: 'mnt_1',
    serviceIds: ['svc_db'],
    matchers: [],
    windows: [{ from: at(-60), to: at(900) }],
  }

  test('a silence, to its end', () => {
    const world = emptyWorld({ silences: [silence] })
    const [fired] = play([fires('DiskFull', 0)], world)
    expect(fired?.alert.hold).toMatchObject({ by: 'silence', id: 'sil_1', until: at(600) })
    expect(fired?.group).toBeUndefined()
    const freed = fired && release(fired.alert, { world, setup: setup(), now: at(600) })
    expect(freed?.group).toMatchObject({ state: 'waiting', firing: 1 })
    expect(freed?.alert.way[0]?.code).toBe('still_firing')
  })

  test('a maintenance of its service, and what still fires at its end goes on', () => {
    const world = emptyWorld({ maintenances: [maintenance] })
    const ofService = { labels: { service: 'svc_db' } }
    const [fired] = play([fires('Slow', 0, ofService)], world)
    expect(fired?.alert.hold).toMatchObject({ by: 'maintenance', id: 'mnt_1', until: at(900) })
    expect(fired && release(fired.alert, { world, setup: setup(), now: at(899) })?.alert.hold).toMatchObject({
      id: 'mnt_1',
    })
    expect(fired && release(fired.alert, { world, setup: setup(), now: at(900) })?.group?.teamId).toBe(
      'team_db',
    )
  })

  test('what ended while it was held is not sent on its way', () => {
    const world = emptyWorld({ silences: [silence] })
    play([fires('DiskFull', 0), ends('DiskFull', 10)], world)
    const alert = world.alerts.get(alertId(fires('DiskFull', 0)))
    expect(alert?.hold).toBeUndefined()
    expect(alert && release(alert, { world, setup: setup(), now: at(600) })).toBeUndefined()
  })

  test('a cause holds its symptoms of the same cluster, and frees them as it ends', () => {
    const rules = [
      {
        ...{ id: 'arl_1', name: 'Nodes', kind: 'inhibit', equal: ['cluster'] },
        cause: [{ label: 'alertname', op: 'is', value: 'NodeDown' }],
        symptom: [{ label: 'alertname', op: 'like', value: 'Pod*' }],
      },
    ]
    const by = setup({ rules })
    const world = emptyWorld()
    const inA = { labels: { cluster: 'a' } }
    const inB = { labels: { cluster: 'b' } }
    const [cause, symptom, other] = play(
      [fires('NodeDown', 0, inA), fires('PodLost', 1, inA), fires('PodAway', 2, inB)],
      world,
      by,
    )
    expect(cause?.causes).toEqual([{ counter: cause?.alert.inhibits?.[0], by: 1 }])
    expect(symptom?.alert.hold).toMatchObject({ by: 'inhibition', id: cause?.alert.inhibits?.[0] })
    expect(other?.alert.hold).toBeUndefined()
    const [ended] = play([ends('NodeDown', 60, inA)], world, by)
    expect(ended?.causes).toEqual([{ counter: cause?.alert.inhibits?.[0], by: -1 }])
    const freed = symptom && release(symptom.alert, { world, setup: by, now: at(61) })
    expect(freed?.group?.firing).toBe(1)
  })
})

describe('groups', () => {
  test('alerts of one name and service are one group, of which one more urgent raises it', () => {
    const decisions = play([
      fires('DiskFull', 0, { labels: { host: 'a' }, severity: 'warning' }),
      fires('DiskFull', 1, { labels: { host: 'b' }, severity: 'critical' }),
      fires('Other', 2),
    ])
    expect(decisions[1]?.group).toMatchObject({ firing: 2, total: 2, priority: 'P1', dueAt: at(30) })
    expect(decisions[2]?.group?.key).not.toBe(decisions[1]?.group?.key)
  })

  test('the groups of the source itself are kept', () => {
    const decisions = play([
      fires('A', 0, { group: '{"cluster":"a"}' }),
      fires('B', 1, { group: '{"cluster":"a"}' }),
    ])
    expect(decisions[1]?.group?.total).toBe(2)
  })

  test('what is logged only enters no group', () => {
    const rules = [
      {
        id: 'arl_1',
        name: 'Quiet',
        kind: 'route',
        when: [],
        treatment: { opens: 'nothing', teamId: 'team_db' },
      },
    ]
    const [fired] = play([fires('A', 0)], emptyWorld(), setup({ rules }))
    expect(fired?.group).toBeUndefined()
    expect(fired?.alert.way.at(-1)).toMatchObject({ stage: 'route', verdict: 'stops', code: 'logged_only' })
  })
})
