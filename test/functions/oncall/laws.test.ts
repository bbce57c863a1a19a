import { beforeAll, describe, expect, test } from 'vitest'
import type { Layer, Schedule } from '../../../functions/oncall/schedule.ts'
import { shiftsBetween } from '../../../functions/oncall/shifts.ts'
import { firstInstantOf, wallAt } from '../../../functions/runtime/zone-days.ts'
import { everyDay, layer, schedule } from './fixture.ts'
import { clockAround, everyTransition, type Transition } from './transitions.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const iso = (at: number) => new Date(at).toISOString()
const timeOf = (wall: number) => iso(wall).slice(11, 16)

let transitions: Transition[]
let clocks: Map<Transition, ReturnType<typeof clockAround>>
beforeAll(() => {
  const every = everyTransition()
  transitions = every.transitions
  clocks = new Map(transitions.map((one) => [one, clockAround(one, 6)]))
  expect(every.zones).toBeGreaterThan(400)
  expect(transitions.length).toBeGreaterThan(150)
})

/** Times around a change: what is skipped or repeated with what stands before and after it, by the quarter of an hour. */
const timesAround = ({ at, before, after }: Transition): number[] => {
  const lowest = at + Math.min(before, after) - hour
  return Array.from({ length: 16 }, (_, index) => lowest - (lowest % (15 * minute)) + index * 15 * minute)
}

const rotations: Layer['rotation'][] = [
  { every: 1, unit: 'hours' },
  { every: 5, unit: 'hours' },
  { every: 1, unit: 'days' },
  { every: 1, unit: 'weeks' },
]
const people = ['a', 'b', 'c', 'd', 'e']

/** Whoever is on call without a pause, handing over around the change. */
const rota = ({ zone }: Transition, wall: number, rotation: Layer['rotation']): Schedule =>
  schedule(zone, [
    layer(people, { rotation, startsOn: iso(wall - 21 * day).slice(0, 10), handoverAt: timeOf(wall) }),
  ])

const around = ({ at }: Transition, reach: number) => [iso(at - reach), iso(at + reach)] as const

/** Every transition with every time around it, and what of them does not hold; the first few say enough. */
function broken(holds: (transition: Transition, wall: number, time: number) => boolean): string[] {
  return transitions.flatMap((transition) =>
    timesAround(transition).flatMap((wall, index) =>
      holds(transition, wall, index) ? [] : [`${transition.zone} ${iso(transition.at)} ${iso(wall)}`],
    ),
  )
}

describe('at every change of the clock, in every zone, from 2026 to 2030', () => {
  test('a time is reached at the first minute at which the clock on the wall shows it or a later one', () => {
    expect(
      broken((one, wall) => {
        const found = clocks.get(one)?.find(({ shown }) => shown >= wall)
        return found?.instant === firstInstantOf(one.zone, wall)
      }).slice(0, 3),
    ).toEqual([])
  })

  test('the clock that never goes back shows what it has reached, and nothing further', () => {
    const wrong = transitions.flatMap(({ zone, at }) =>
      Array.from({ length: 97 }, (_, index) => at + (index - 48) * 5 * minute).filter((instant) => {
        const wall = wallAt(zone, instant)
        return !(firstInstantOf(zone, wall) <= instant && instant < firstInstantOf(zone, wall + 1))
      }),
    )
    expect(wrong).toEqual([])
  })

  test('a rotation round the clock has neither gap nor overlap, and keeps its order', () => {
    expect(
      broken((one, wall, index) => {
        const rotation = rotations[index % rotations.length] ?? { every: 1, unit: 'days' as const }
        const [from, to] = around(one, 9 * day)
        const { shifts, gaps } = shiftsBetween(rota(one, wall, rotation), [], from, to)
        const isTiled = shifts.every((shift, place) => shift.from === (shifts[place - 1]?.to ?? from))
        // A turn that lies wholly in the skipped time has no length; the one after it comes at once.
        const skipped = Math.max(0, Math.ceil((one.after - one.before) / hour))
        const steps = shifts.slice(1).map((shift, place) => {
          const [now, last] = [shift, shifts[place]].map((of) => people.indexOf(of?.person.id ?? ''))
          return ((now ?? 0) - (last ?? 0) + people.length) % people.length
        })
        const jumps = steps.filter((step) => step !== 1)
        const areFew = jumps.length === 0 || (jumps.length === 1 && (jumps[0] ?? 0) <= 1 + skipped)
        return gaps.length === 0 && shifts.at(-1)?.to === to && isTiled && areFew
      }).slice(0, 3),
    ).toEqual([])
  })

  test('a handover comes at the first instant at which its time has been reached, and at no other', () => {
    expect(
      broken((one, wall) => {
        const [from, to] = around(one, 6 * hour)
        const { shifts } = shiftsBetween(rota(one, wall, { every: 1, unit: 'days' }), [], from, to)
        const handovers = shifts.slice(1).map((shift) => Date.parse(shift.from))
        const expected = [-day, 0, day]
          .map((by) => clocks.get(one)?.find(({ shown }) => shown >= wall + by)?.instant ?? 0)
          .filter((at) => at > one.at - 6 * hour)
        return handovers.join() === expected.join()
      }).slice(0, 3),
    ).toEqual([])
  })

  test('hours that adjoin on the wall adjoin in time, and are on call exactly while the wall is within them', () => {
    expect(
      broken((one, wall) => {
        const [opens, closes] = [wall, wall + 2 * hour]
        const hours = (person: string, from: number, to: number) =>
          layer([person], { restrictions: [{ weekdays: everyDay, from: timeOf(from), to: timeOf(to) }] })
        const [from, to] = around(one, 6 * hour)
        const both = schedule(one.zone, [hours('a', opens, closes), hours('b', closes, opens)])
        const { shifts, gaps } = shiftsBetween(both, [], from, to)
        const minutes = (clocks.get(one) ?? []).filter(({ furthest }) => {
          const since = (((furthest - opens) % day) + day) % day
          return since < 2 * hour
        }).length
        const own = shifts.filter(({ person }) => person.id === 'a')
        const length = own.reduce((sum, shift) => sum + Date.parse(shift.to) - Date.parse(shift.from), 0)
        return gaps.length === 0 && length === minutes * minute
      }).slice(0, 3),
    ).toEqual([])
  })
})

describe('however far away', () => {
  test('the work is that of the interval, not of the time since the beginning', () => {
    const rotas = (startsOn: string) =>
      schedule('Europe/Berlin', [layer(people, { rotation: { every: 1, unit: 'hours' }, startsOn })])
    const from = '2090-10-28T00:00:00.000Z'
    const to = '2090-10-30T00:00:00.000Z'
    const spent = ['1990-01-01', '2090-10-01'].map((startsOn) => {
      const began = performance.now()
      for (let round = 0; round < 50; round++) shiftsBetween(rotas(startsOn), [], from, to)
      return performance.now() - began
    })
    expect(spent[0]).toBeLessThan((spent[1] ?? 0) * 10 + 50)
    const { shifts, gaps } = shiftsBetween(rotas('1990-01-01'), [], from, to)
    expect([shifts.length, gaps]).toEqual([47, []])
    expect(shifts.filter((one) => Date.parse(one.to) - Date.parse(one.from) === 2 * hour)).toHaveLength(1)
  })
})
