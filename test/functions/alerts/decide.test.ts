import { describe, expect, test } from 'vitest'
import { alertId } from '../../../functions/alerts/alert.ts'
import { decide, holdBack, release } from '../../../functions/alerts/decide.ts'
import type { World } from '../../../functions/alerts/enter.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import type { AlertSetup } from '../../../functions/alerts/treatment.ts'
import { at, ends, fires, setup } from './fixture.ts'

const emptyWorld = (controls: Partial<World> = {}): World => ({
  ...{ alerts: new Map(), groups: new Map(), firing: new Map(), silences: [], maintenances: [] },
  ...controls,
})

const play = (said: readonly Occurrence[], world = emptyWorld(), by: AlertSetup = setup()) =>
  said.map((occurrence) => decide(occurrence, { world, setup: by, now: occurrence.receivedAt }))

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

describe('what fires on while its group is closed', () => {
  const closed = (world: World, closedAt: string) => {
    for (const [key, group] of world.groups)
      world.groups.set(key, { ...group, state: 'closed', closedAt, incidentId: 'INC-000001' })
  }
  const afterClosing = (
    first: Occurrence,
    again: Occurrence,
    closedAt = at(3600),
    by: AlertSetup = setup(),
  ) => {
    const world = emptyWorld()
    play([first], world, by)
    closed(world, closedAt)
    return play([again], world, by)[0]
  }

  test('is a problem anew when its source never says that it is over, after the window of the one before', () => {
    const nightly = fires('Backup', 86_400)
    expect(afterClosing(fires('Backup', 0), nightly)?.group).toMatchObject({ serial: 2, firing: 1 })
    expect(afterClosing(fires('Backup', 0), fires('Backup', 3700))?.group).toBeUndefined()
  })

  test('is one when it began later, or is worse', () => {
    const first = fires('Disk', 0, { startsAt: at(0), severity: 'warning' })
    const later = fires('Disk', 3601, { startsAt: at(3600), severity: 'warning' })
    expect(afterClosing(first, later)?.group).toMatchObject({ serial: 2 })
    const worse = fires('Disk', 3601, { startsAt: at(0), severity: 'critical' })
    expect(afterClosing(first, worse)?.group).toMatchObject({ serial: 2, priority: 'P1' })
  })

  test('stays quiet when its source only says it again', () => {
    const first = fires('Disk', 0, { startsAt: at(0) })
    expect(afterClosing(first, fires('Disk', 90_000, { startsAt: at(0) }))?.group).toBeUndefined()
  })

  test('goes on its way when it was only logged and turns into something else', () => {
    const quiet = {
      ...{ id: 'arl_1', name: 'No data', kind: 'route', treatment: { opens: 'nothing' } },
      when: [{ label: 'state', op: 'is', value: 'INSUFFICIENT_DATA' }],
    }
    const by = setup({ rules: [quiet] })
    const said = (state: string, second: number, severity: Occurrence['severity']) => ({
      ...fires('Alarm', second, { startsAt: at(second), severity, title: state }),
      ...{ labels: { state }, fingerprint: fires('Alarm', 0).fingerprint },
    })
    const world = emptyWorld()
    const [silent, loud] = play(
      [said('INSUFFICIENT_DATA', 0, 'warning'), said('ALARM', 60, 'error')],
      world,
      by,
    )
    expect(silent?.group).toBeUndefined()
    expect(loud).toMatchObject({ group: { firing: 1, priority: 'P2' }, alert: { title: 'ALARM' } })
  })
})

describe('what a source that says its state again and again says', () => {
  const known = { startsAt: at(-60), saidAt: at(-60), restates: true } as const
  const over = { startsAt: at(-60), saidAt: at(30) }

  test('is believed when it insists, some minutes after it had lost sight of it', () => {
    const decisions = play([fires('Far', 0, known), ends('Far', 30, over), fires('Far', 60, known)])
    expect(decisions.map((one) => one?.news)).toEqual(['fired', 'ended', undefined])
    const insisting = play([fires('Far', 0, known), ends('Far', 30, over), fires('Far', 331, known)])
    expect(insisting.map((one) => one?.news)).toEqual(['fired', 'ended', 'fired'])
  })

  test('may turn out to have begun earlier, and ends all the same', () => {
    const earlier = { startsAt: at(-300), saidAt: at(90) }
    const decisions = play([fires('Pair', 0, known), ends('Pair', 90, earlier), fires('Pair', 91, known)])
    expect(decisions.map((one) => one?.news)).toEqual(['fired', 'ended', undefined])
  })
})

test('of a source that tells no instants the order counts in which it was heard', () => {
  const world = emptyWorld()
  play([ends('Mail', 10)], world)
  const late = fires('Mail', 9)
  expect(decide(late, { world, setup: setup(), now: at(11) })).toBeUndefined()
})

test('a cause that comes a moment later holds what waits in its group', () => {
  const rule = {
    ...{ id: 'arl_1', name: 'Nodes', kind: 'inhibit', equal: [] },
    cause: [{ label: 'alertname', op: 'is', value: 'NodeDown' }],
    symptom: [{ label: 'alertname', op: 'is', value: 'PodLost' }],
  }
  const by = setup({ rules: [rule] })
  const world = emptyWorld()
  play([fires('PodLost', 0), fires('NodeDown', 1)], world, by)
  const symptom = world.alerts.get(alertId(fires('PodLost', 0)))
  const around = { world, setup: by, now: at(30) }
  const left = symptom && holdBack(symptom, around)
  expect(left).toMatchObject({ alert: { hold: { by: 'inhibition' } }, group: { firing: 0 } })
  const cause = world.alerts.get(alertId(fires('NodeDown', 1)))
  expect(cause && holdBack(cause, around)).toBeUndefined()
})

test('a rule whose causes are others holds nothing that it held before', () => {
  const rule = (value: string) => ({
    ...{ id: 'arl_1', name: 'Cores', kind: 'inhibit', equal: [] },
    cause: [{ label: 'alertname', op: 'like', value }],
    symptom: [{ label: 'alertname', op: 'is', value: 'Pod' }],
  })
  const world = emptyWorld()
  play([fires('Crash', 0), fires('Pod', 1)], world, setup({ rules: [rule('C*')] }))
  const pod = world.alerts.get(alertId(fires('Pod', 1)))
  expect(pod?.hold?.by).toBe('inhibition')
  const narrowed = setup({ rules: [rule('Core')] })
  expect(pod && release(pod, { world, setup: narrowed, now: at(60) })?.group).toMatchObject({ firing: 1 })
})

test('flapping is told to nobody of what is silenced', () => {
  const silence = { id: 'sil_1', matchers: [], startsAt: at(-60), endsAt: at(9000) }
  const swings = [0, 100, 200, 300].map((second, index) =>
    index % 2 === 0 ? fires('Link', second) : ends('Link', second),
  )
  const decisions = play(swings, emptyWorld({ silences: [silence] }))
  expect(decisions.some((one) => one?.flaps)).toBe(false)
})
