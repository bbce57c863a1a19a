import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alertId } from '../../../functions/alerts/alert.ts'
import { decide } from '../../../functions/alerts/decide.ts'
import type { World } from '../../../functions/alerts/enter.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import { openRecent } from '../../../functions/alerts/recent.ts'
import { at, ends, fires, said, setup } from './fixture.ts'

const known = { startsAt: at(-60) }
const disk = fires('Disk', 0, known)

test('remembers for five minutes what was taken, of sources that say since when', () => {
  const recent = openRecent(10)
  expect(recent.repeats(disk, at(0))).toBe(false)
  recent.took(disk, { lastSeenAt: at(0) })
  expect(recent.repeats(disk, at(299))).toBe(true)
  expect(recent.repeats(disk, at(300))).toBe(false)
  expect(recent.repeats({ ...disk, severity: 'critical' }, at(1))).toBe(false)
  expect(recent.repeats({ ...disk, startsAt: at(-30) }, at(1))).toBe(false)
  expect(recent.repeats(ends('Disk', 1, known), at(1))).toBe(false)
  const timeless = fires('Link', 0)
  recent.took(timeless, { lastSeenAt: at(0) })
  expect(recent.repeats(timeless, at(1))).toBe(false)
})

test('forgets the oldest first', () => {
  const recent = openRecent(2)
  const three = ['A', 'B', 'C'].map((name) => fires(name, 0, known))
  for (const one of three) recent.took(one, { lastSeenAt: at(0) })
  expect(three.map((one) => recent.repeats(one, at(1)))).toEqual([false, true, true])
})

/** One alert that begins and ends in turn, each said at instants of its source, and delivered in any order and number. */
const deliveries = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }).map((all) =>
  all.map((place, index): Occurrence => {
    const isFiring = place % 2 === 0
    const startsAt = at(100 * Math.floor(place / 2))
    const saidAt = isFiring ? startsAt : at(100 * Math.floor(place / 2) + 50)
    return { ...said('Disk', isFiring ? 'firing' : 'resolved', index), startsAt, saidAt }
  }),
)

/** Takes them by one worker that remembers, while others take some of them that it never sees. */
function take(all: readonly Occurrence[], isOwn: (index: number) => boolean, remembers: boolean) {
  const world: World = {
    alerts: new Map(),
    groups: new Map(),
    firing: new Map(),
    silences: [],
    maintenances: [],
  }
  const recent = openRecent(100)
  const news = all.map((one, index) => {
    if (remembers && isOwn(index) && recent.repeats(one, one.receivedAt)) return undefined
    const decision = decide(one, { world, setup: setup(), now: one.receivedAt })
    if (isOwn(index)) recent.took(one, world.alerts.get(alertId(one)))
    return decision?.news
  })
  return { news, status: world.alerts.get(alertId(disk))?.status }
}

test('what is remembered would have changed nothing, whatever others took in between', () => {
  fc.assert(
    fc.property(deliveries, fc.integer({ min: 1, max: 7 }), (all, every) => {
      const isOwn = (index: number) => index % every === 0
      expect(take(all, isOwn, true)).toEqual(take(all, isOwn, false))
    }),
  )
})
