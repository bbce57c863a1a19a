import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import {
  neverEnds,
  type Recurring,
  windowAfter,
  windowsBetween,
} from '../../../functions/alerts/maintenance-windows.ts'
import { weekdays } from '../../../functions/runtime/wall-time.ts'
import { clockAround, everyTransition } from '../oncall/transitions.ts'

const instant = (at: number) => new Date(at).toISOString()
const nightly = (more: Partial<Recurring> = {}): Recurring => ({
  ...{ zone: 'Europe/Berlin', weekdays: [...weekdays], from: '02:00', to: '03:00', startsOn: '2026-01-01' },
  ...more,
})
const told = (recurring: Recurring, from: string, to: string) =>
  windowsBetween({ recurring }, `${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`).map(
    (one) => `${one.from.slice(5, 16)} ${one.to.slice(5, 16)}`,
  )

describe('the windows of a maintenance', () => {
  test.each([
    [
      'are two hours long in the night in which the hour comes twice',
      nightly(),
      '2026-10-25',
      ['10-25T00:00 10-25T02:00'],
    ],
    ['are not there in the night in which the hour is skipped', nightly(), '2027-03-28', []],
    [
      'begin at the jump if it skips their beginning',
      nightly({ from: '02:30', to: '04:00' }),
      '2027-03-28',
      ['03-28T01:00 03-28T02:00'],
    ],
    [
      'end at the jump if it skips their end',
      nightly({ from: '01:00', to: '02:30' }),
      '2027-03-28',
      ['03-28T00:00 03-28T01:00'],
    ],
  ])('%s', (_, recurring, day, expected) => {
    expect(told(recurring, day, `${day.slice(0, 8)}${Number(day.slice(8)) + 1}`).slice(0, 1)).toEqual(
      expected,
    )
  })

  test('go on over midnight, and a day that is whole adjoins the next one', () => {
    const weekend = nightly({ weekdays: ['sat', 'sun'], from: '00:00', to: '24:00' })
    expect(told(weekend, '2026-11-27', '2026-11-30')).toEqual(['11-27T23:00 11-29T23:00'])
    const late = nightly({ weekdays: ['fri'], from: '22:00', to: '04:00' })
    expect(told(late, '2026-11-28', '2026-11-29')).toEqual(['11-27T21:00 11-28T03:00'])
  })

  test('begin on no day before the first and after the last, though the last may end later', () => {
    const few = nightly({ from: '22:00', to: '04:00', startsOn: '2026-11-28', endsOn: '2026-11-29' })
    expect(told(few, '2026-11-20', '2026-12-10')).toEqual([
      '11-28T21:00 11-29T03:00',
      '11-29T21:00 11-30T03:00',
    ])
  })

  test('never end only where the hours of all days leave no gap', () => {
    expect(neverEnds(nightly({ from: '00:00', to: '24:00' }))).toBe(true)
    expect(neverEnds(nightly({ from: '09:00', to: '09:00' }))).toBe(true)
    expect(neverEnds(nightly({ from: '09:00', to: '08:59' }))).toBe(false)
    expect(neverEnds(nightly({ from: '09:00', to: '09:00', weekdays: ['mon', 'tue'] }))).toBe(false)
  })

  test('are found again after one that a jump left out, and when they begin only next year', () => {
    const weekly = nightly({ weekdays: ['sun'] })
    expect(windowAfter({ recurring: weekly }, '2027-03-21T12:00:00.000Z')?.from).toBe(
      '2027-04-04T00:00:00.000Z',
    )
    const later = nightly({ startsOn: '2028-02-29' })
    expect(windowAfter({ recurring: later }, '2026-11-27T12:00:00.000Z')?.from).toBe(
      '2028-02-29T01:00:00.000Z',
    )
  })
})

describe('at every change of the clock, in every zone, from 2026 to 2030', () => {
  const [quarter, day] = [900_000, 86_400_000]
  const timeOf = (wall: number) => instant(wall).slice(11, 16)

  test('a window holds exactly while the clock that never goes back is within it', () => {
    const wrong = everyTransition().transitions.flatMap((one) => {
      const clock = clockAround(one, 6)
      const middle = one.at + Math.min(one.before, one.after)
      return [-4, -1, 0, 2, 4, 6].flatMap((step) => {
        const wall = middle - (middle % quarter) + step * quarter
        const [from, to] = [timeOf(wall), timeOf(wall + 3 * quarter)]
        const recurring = nightly({ zone: one.zone, from, to, startsOn: '2025-12-30' })
        const [start, end] = [one.at - 7 * 4 * quarter, one.at + 7 * 4 * quarter].map(instant)
        const windows = windowsBetween({ recurring }, String(start), String(end)).map((window) => ({
          ...{ from: Date.parse(window.from), to: Date.parse(window.to) },
        }))
        const isWithin = (furthest: number) => (((furthest - wall) % day) + day) % day < 3 * quarter
        const holds = (at: number) => windows.some((window) => window.from <= at && at < window.to)
        return clock
          .filter((minute) => holds(minute.instant) !== isWithin(minute.furthest))
          .slice(0, 1)
          .map((minute) => `${one.zone} ${from} ${instant(minute.instant)}`)
      })
    })
    expect(wrong.slice(0, 3)).toEqual([])
  })
})

type Case = { recurring: Recurring; from: number; to: number; holds: [from: number, to: number][] }

test('110 of them around changes of the clock hold when Python says so by looking at the wall each minute', async () => {
  const script = join(import.meta.dirname, 'windows-oracle.py')
  const { stdout } = await promisify(execFile)('python3', ['-B', script, '20261129', '110'], {
    maxBuffer: 1e8,
  })
  const cases = JSON.parse(stdout) as Case[]
  const differences = cases.flatMap(({ recurring, from, to, holds }) => {
    const ours = windowsBetween({ recurring }, instant(from * 1000), instant(to * 1000)).map((one) => [
      Math.max(Date.parse(one.from) / 1000, from),
      Math.min(Date.parse(one.to) / 1000, to),
    ])
    const isSame = JSON.stringify(ours) === JSON.stringify(holds)
    return isSame ? [] : [{ recurring, from: instant(from * 1000), ours, holds }]
  })
  expect(differences.slice(0, 2)).toEqual([])
  expect(cases.flatMap(({ holds }) => holds).length).toBeGreaterThan(100)
}, 240_000)
