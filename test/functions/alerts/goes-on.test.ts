import { describe, expect, test } from 'vitest'
import { alertId } from '../../../functions/alerts/alert.ts'
import { decide, holdBack, release } from '../../../functions/alerts/decide.ts'
import type { World } from '../../../functions/alerts/enter.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import type { AlertSetup } from '../../../functions/alerts/treatment.ts'
import { at, emptyWorld, ends, fires, play, setup } from './fixture.ts'

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
