import { describe, expect, test } from 'vitest'
import { ledgerOf, spaced, stripOf, usedSeconds } from '../../portal/lib/clock-strip.ts'
import { midnightsBetween } from '../../portal/lib/days.ts'
import type { ExplainedClock, Segment } from '../../portal/lib/desk-contract.ts'

const at = (day: string, time: string) => `2026-03-${day}T${time}:00.000Z`

/** Reported on a Friday ten minutes before closing; 4 h, 9 to 17 in UTC. */
const segments: Segment[] = [
  { from: at('06', '16:50'), to: at('06', '17:00'), countedSeconds: 600, why: 'counted' },
  { from: at('06', '17:00'), to: at('09', '09:00'), countedSeconds: 0, why: 'out_of_hours' },
  { from: at('09', '09:00'), to: at('09', '12:50'), countedSeconds: 13_800, why: 'counted' },
]
const clock: ExplainedClock = {
  name: 'response',
  state: 'on_track',
  startedAt: at('06', '16:50'),
  dueAt: at('09', '12:50'),
  targetMinutes: 240,
  calendar: { id: 'cal', name: 'Office', zone: 'UTC' },
  policy: { id: 'pol', name: 'Standard' },
  segments,
}

describe('the ledger', () => {
  test('cuts what is running at now, and adds up to the target', () => {
    const lines = ledgerOf(clock, at('09', '10:00'))
    expect(lines.map(({ countedSeconds, isAhead }) => [countedSeconds, isAhead])).toEqual([
      [600, false],
      [0, false],
      [3600, false],
      [10_200, true],
    ])
    expect(lines.map(({ sumSeconds }) => sumSeconds)).toEqual([600, 600, 4200, 14_400])
    expect(usedSeconds(lines)).toBe(4200)
  })

  test('counts whole minutes as used, so that what is left adds up as it is told', () => {
    expect(usedSeconds(ledgerOf(clock, '2026-03-09T09:00:59.500Z'))).toBe(600)
    expect(usedSeconds(ledgerOf(clock, at('10', '09:00')))).toBe(14_400)
    expect(usedSeconds(ledgerOf(clock, at('06', '16:50')))).toBe(0)
  })
})

describe('the strip', () => {
  const now = at('09', '10:00')
  const strip = stripOf(clock, { now, days: midnightsBetween(clock.startedAt, at('09', '12:50'), 'UTC') })

  test('fills its width without gap or overlap', () => {
    let x = 0
    for (const part of strip.parts) {
      expect(part.x).toBeCloseTo(x, 6)
      expect(part.width).toBeGreaterThan(0.3)
      x += part.width
    }
    expect(x).toBeCloseTo(100, 6)
  })

  test('draws a weekend shorter than it is, and marks its days in order', () => {
    const weekend = strip.parts.find(({ why }) => why === 'out_of_hours')
    expect(weekend?.width).toBeLessThan(75)
    const marks = strip.marks.filter(({ kind }) => kind === 'day')
    expect(marks.map((mark) => mark.at.slice(0, 10))).toEqual(['2026-03-07', '2026-03-08', '2026-03-09'])
    expect(marks.map(({ x }) => x)).toEqual(marks.map(({ x }) => x).toSorted((a, b) => a - b))
  })

  test('has start, now and due where they are, and no now once it is met', () => {
    expect(Object.fromEntries(strip.marks.map(({ kind, x }) => [kind, Math.round(x)]))).toMatchObject({
      start: 0,
      due: 100,
    })
    const met = stripOf({ ...clock, metAt: at('09', '09:30') }, { now, days: [] })
    expect(met.marks.map(({ kind }) => kind)).toEqual(['start', 'met', 'due'])
    expect(stripOf({ ...clock, segments: [] }, { now, days: [] })).toEqual({ parts: [], marks: [] })
  })

  test('labels days only where they have room', () => {
    const days = [10, 12, 30, 97].map((x) => ({ x, at: `${x}`, kind: 'day' as const }))
    expect([...spaced(days, 10)].map(({ x }) => x)).toEqual([10, 30])
  })
})

describe('midnights', () => {
  test('are those of the zone, also where clocks change', () => {
    expect(midnightsBetween('2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z', 'Europe/Berlin')).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ])
    expect(midnightsBetween(at('06', '16:50'), at('06', '17:00'), 'Asia/Kathmandu')).toEqual([])
  })
})
