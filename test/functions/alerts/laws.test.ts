import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Alert, alertId } from '../../../functions/alerts/alert.ts'
import { decide } from '../../../functions/alerts/decide.ts'
import type { World } from '../../../functions/alerts/enter.ts'
import { groupId, takesMore } from '../../../functions/alerts/group.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import { replay } from '../../../functions/alerts/replay.ts'
import { folded } from '../../../functions/alerts/take-alerts.ts'
import { at, said, setup } from './fixture.ts'

const severities = ['critical', 'error', 'warning', 'info'] as const

/** Lives of a few alerts: each begins and ends in turn, at instants of a source whose clock may be wrong. */
const lives = fc
  .array(
    fc.record({
      name: fc.constantFrom('Disk', 'Link', 'Node', 'Pod'),
      host: fc.constantFrom('a', 'b'),
      pauses: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 }),
      severity: fc.constantFrom(...severities),
      skew: fc.integer({ min: -100_000, max: 100_000 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => {
    const perAlert = [...new Map(all.map((life) => [`${life.name} ${life.host}`, life])).values()]
    return perAlert
      .flatMap(({ name, host, pauses, severity, skew }) => {
        let time = 0
        let startsAt = ''
        return pauses.map((pause, index): Occurrence => {
          time += pause
          const isFiring = index % 2 === 0
          if (isFiring) startsAt = at(time + skew)
          const more = { labels: { host }, severity, startsAt, saidAt: at(time + skew) }
          return said(name, isFiring ? 'firing' : 'resolved', time, more)
        })
      })
      .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
  })

const rules = [
  {
    ...{ id: 'arl_1', name: 'Nodes', kind: 'inhibit', equal: ['host'] },
    cause: [{ label: 'alertname', op: 'is', value: 'Node' }],
    symptom: [{ label: 'alertname', op: 'is', value: 'Pod' }],
  },
]

function play(all: readonly Occurrence[]) {
  const world: World = {
    ...{ alerts: new Map(), groups: new Map(), firing: new Map(), maintenances: [] },
    silences: [
      {
        ...{ id: 'sil_1', startsAt: at(500), endsAt: at(1500) },
        matchers: [{ label: 'alertname', op: 'is' as const, value: 'Link' }],
      },
    ],
  }
  const decisions = all.map((one) => decide(one, { world, setup: setup({ rules }), now: one.receivedAt }))
  return { world, decisions }
}

const statuses = ({ alerts }: World) =>
  Object.fromEntries([...alerts].map(([id, { status }]) => [id, status]).sort())

describe('whatever sources say', () => {
  test('a group counts exactly those of its alerts that fire', () => {
    fc.assert(
      fc.property(lives, (all) => {
        const { world } = play(all)
        for (const group of world.groups.values()) {
          const members = [...world.alerts.values()].filter(
            ({ grouped, status }) => grouped?.id === groupId(group) && status === 'firing',
          )
          expect(group.firing).toBe(members.length)
        }
      }),
    )
  })

  test('a counter of inhibition counts exactly the causes that fire', () => {
    fc.assert(
      fc.property(lives, (all) => {
        const { world } = play(all)
        for (const [counter, firing] of world.firing) {
          const causes = [...world.alerts.values()].filter(
            ({ inhibits, status }) => status === 'firing' && inhibits?.includes(counter),
          )
          expect(firing).toBe(causes.length)
        }
      }),
    )
  })

  test('nothing that fires is lost: it is held, or in a group that takes more', () => {
    const isKept = (alert: Alert, world: World) => {
      const group = alert.grouped && world.groups.get(alert.grouped.key)
      return alert.hold !== undefined || (takesMore(group) && groupId(group) === alert.grouped?.id)
    }
    fc.assert(
      fc.property(lives, (all) => {
        const { world } = play(all)
        for (const alert of world.alerts.values())
          if (alert.status === 'firing') expect(isKept(alert, world), alertId(alert)).toBe(true)
      }),
    )
  })

  test('saying everything once more changes nothing', () => {
    fc.assert(
      fc.property(lives, (all) => {
        const { world } = play(all)
        const last = all.at(-1)?.receivedAt ?? at(0)
        const again = all.map((one) => decide(one, { world, setup: setup({ rules }), now: last }))
        expect(again.filter((one) => one && one.news !== 'seen')).toEqual([])
      }),
    )
  })

  test('whatever the order of delivery, an alert ends as its source said last', () => {
    const shuffled = lives.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        const delivered = mixed.map((one, index) => ({ ...one, receivedAt: at(index) }))
        expect(statuses(play(delivered).world)).toEqual(statuses(play(all).world))
      }),
    )
  })

  test('folding what is said twice in a row changes no outcome', () => {
    fc.assert(
      fc.property(lives, (all) => {
        const twice = all.flatMap((one) => [one, one])
        expect(folded(twice)).toHaveLength(all.length)
        expect(statuses(play(folded(twice)).world)).toEqual(statuses(play(all).world))
      }),
    )
  })

  test('there are never more incidents than firings, nor two of one group at a time', () => {
    fc.assert(
      fc.property(lives, (all) => {
        const { firings, incidents } = replay(all, setup({ rules }), { silences: [], maintenances: [] })
        expect(incidents.length).toBeLessThanOrEqual(firings)
        expect(new Set(incidents.map((one) => one.groupId)).size).toBe(incidents.length)
      }),
    )
  })
})
