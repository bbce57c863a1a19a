import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../functions/runtime/zone-days.ts'
import { counted, due } from '../../../functions/sla/business-time.ts'
import { windowsFrom } from '../../../functions/sla/opening.ts'
import { cal, calendars, instants } from './fixture.ts'

const hours = (n: number) => n * 3600
const seconds = fc.integer({ min: 1, max: hours(60) })
const laws = { numRuns: 400 }

describe('laws of business time', () => {
  test('a time after a time is the sum of both', () => {
    fc.assert(
      fc.property(calendars, instants, seconds, seconds, (calendar, start, a, b) => {
        const between = due(calendar, start, a)
        expect(between && due(calendar, between, b)).toBe(due(calendar, start, a + b))
      }),
      laws,
    )
  })

  test('what is counted until a deadline is what was promised', () => {
    fc.assert(
      fc.property(calendars, instants, seconds, (calendar, start, a) => {
        expect(counted(calendar, start, due(calendar, start, a) ?? start)).toBe(a)
      }),
      laws,
    )
  })

  test('a deadline is never inside a closed window, whose end is still inside', () => {
    fc.assert(
      fc.property(calendars, instants, seconds, (calendar, start, a) => {
        const at = Date.parse(due(calendar, start, a) ?? start)
        const isInside = ({ opens, closes }: { opens: number; closes: number }) => opens < at && at <= closes
        expect([...windowsUntil(calendar, start, at)].some(isInside)).toBe(true)
      }),
      laws,
    )
  })

  test('what was paused comes on top, and never inside a pause', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        seconds,
        fc.array(fc.tuple(instants, seconds), { maxLength: 3 }),
        (calendar, start, a, held) => {
          const pauses = held.map(([from, length]) => ({
            from,
            to: new Date(Date.parse(from) + length * 1000).toISOString(),
          }))
          const at = due(calendar, start, a, pauses) ?? start
          expect(counted(calendar, start, at, pauses)).toBe(a)
          expect(at >= String(due(calendar, start, a))).toBe(true)
          expect(pauses.some(({ from, to }) => from < at && at <= to)).toBe(false)
        },
      ),
      laws,
    )
  })
})

function* windowsUntil(calendar: Parameters<typeof windowsFrom>[0], start: string, end: number) {
  for (const window of windowsFrom(calendar, Date.parse(start))) {
    if (window.opens > end) return
    yield window
  }
}

const night = { sun: [{ from: '00:00', to: '24:00' }] }

const eve = (date: string) => new Date((dayOf(date) - 0.5) * 86_400_000).toISOString()

describe('windows by the clock on the wall', () => {
  test.each([
    ['a Sunday in Berlin', 'Europe/Berlin', '2026-03-22', 24],
    ['the Sunday on which the clock goes forward', 'Europe/Berlin', '2026-03-29', 23],
    ['the Sunday on which it goes back', 'Europe/Berlin', '2026-10-25', 25],
    ['half an hour on Lord Howe', 'Australia/Lord_Howe', '2026-10-04', 23.5],
    ['a day without midnight in Santiago', 'America/Santiago', '2026-09-06', 23],
  ])('%s has as many hours as pass', (_, zone, date, length) => {
    const around = [-2, 3].map((days) => new Date((dayOf(date) + days) * 86_400_000).toISOString())
    expect(counted(cal({ zone, hours: night }), String(around[0]), String(around[1]))).toBe(hours(length))
  })

  test.each([
    ['opens when the clock goes on, where it skips the beginning', '02:30', '05:00', '2026-03-29', 2],
    ['is not there where the clock skips it whole', '02:15', '02:45', '2026-03-29', 0],
    ['counts twice what the clock shows twice', '02:15', '02:45', '2026-10-25', 1],
    ['closes and opens again when its end comes twice', '01:00', '02:30', '2026-10-25', 2],
  ])('a window %s', (_, from, to, date, length) => {
    const calendar = cal({ hours: { sun: [{ from, to }] } })
    expect(counted(calendar, eve(date), `${date}T12:00:00.000Z`)).toBe(hours(length))
  })

  test('a day that a zone skipped has none', () => {
    const calendar = cal({ zone: 'Pacific/Apia', hours: { fri: [{ from: '09:00', to: '17:00' }] } })
    expect(counted(calendar, '2011-12-28T00:00:00.000Z', '2012-01-03T00:00:00.000Z')).toBe(0)
  })

  test('intervals that touch or overlap count once', () => {
    const mon = [
      { from: '13:00', to: '17:00' },
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
    ]
    expect(counted(cal({ hours: { mon } }), '2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z')).toBe(
      hours(8),
    )
  })

  test('a deadline may be the end of a window', () => {
    expect(due(cal(), '2026-11-23T08:00:00.000Z', hours(8))).toBe('2026-11-23T16:00:00.000Z')
    expect(due(cal(), '2026-11-23T08:00:00.000Z', hours(8) + 0.001)).toBe('2026-11-24T08:00:00.001Z')
  })

  test('a calendar without hours, or with too few of them, has no deadline', () => {
    const start = '2026-11-23T08:00:00.000Z'
    expect(due(cal({ hours: {} }), start, 1)).toBeUndefined()
    expect(due(cal({ hours: { mon: [] } }), start, 1)).toBeUndefined()
    expect(due(cal({ hours: { mon: [{ from: '09:00', to: '09:15' }] } }), start, hours(8000))).toBeUndefined()
  })

  test('round the clock counts all that passes, and an open pause stops it', () => {
    const always = cal({ roundTheClock: true, hours: {} })
    expect(due(always, '2026-03-28T23:00:00.000Z', hours(24))).toBe('2026-03-29T23:00:00.000Z')
    const pauses = [{ from: '2026-03-29T00:00:00.000Z' }]
    expect(due(always, '2026-03-28T23:00:00.000Z', hours(1), pauses)).toBe('2026-03-29T00:00:00.000Z')
    expect(due(always, '2026-03-28T23:00:00.000Z', hours(1) + 1, pauses)).toBeUndefined()
  })

  test('80 counted hours take a millisecond, not a second', () => {
    const began = performance.now()
    for (let run = 0; run < 1000; run++) due(cal(), '2026-11-23T08:00:00.000Z', hours(80))
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
