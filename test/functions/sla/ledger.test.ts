import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counted, due } from '../../../functions/sla/business-time.ts'
import { ledger } from '../../../functions/sla/ledger.ts'
import { cal, calendars, instants } from './fixture.ts'

const held = fc
  .array(
    fc.tuple(instants, fc.integer({ min: 1, max: 400_000_000 }), fc.constantFrom('vendor', 'requester')),
    {
      maxLength: 3,
    },
  )
  .map((pauses) =>
    pauses.map(([from, length, why]) => ({
      ...{ from, why },
      to: new Date(Date.parse(from) + length).toISOString(),
    })),
  )
const tens = (seconds: number) => Math.round(seconds * 1000) / 1000

describe('the ledger of a clock', () => {
  test('covers its time without gap or overlap, and adds up to what was promised', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: 1, max: 200_000 }),
        held,
        (calendar, from, target, pauses) => {
          const to = due(calendar, from, target, pauses)
          if (!to) return
          const segments = ledger(calendar, { from, to }, pauses)
          expect(segments[0]?.from).toBe(from)
          expect(segments.at(-1)?.to).toBe(to)
          for (const [index, segment] of segments.entries()) {
            expect(segment.from < segment.to).toBe(true)
            if (index > 0) expect(segment.from).toBe(segments[index - 1]?.to)
          }
          expect(tens(segments.reduce((sum, { countedSeconds }) => sum + countedSeconds, 0))).toBe(target)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('adds up to what was counted until any instant', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: 1, max: 3e9 }),
        held,
        (calendar, from, length, pauses) => {
          const to = new Date(Date.parse(from) + length).toISOString()
          const sum = ledger(calendar, { from, to }, pauses).reduce((all, one) => all + one.countedSeconds, 0)
          expect(tens(sum)).toBe(tens(counted(calendar, from, to, pauses)))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('names the holiday that takes hours away, and what was waited for', () => {
    const calendar = cal({
      holidays: [
        { date: '2026-11-23', name: 'Founders’ day' },
        { date: '2026-11-22', name: 'A Sunday anyway' },
      ],
    })
    const pauses = [
      { from: '2026-11-24T10:00:00.000Z', to: '2026-11-25T09:00:00.000Z', why: 'awaiting_vendor' },
    ]
    const whole = { from: '2026-11-20T15:00:00.000Z', to: '2026-11-25T10:00:00.000Z' }
    const short = ledger(calendar, whole, pauses).map(({ from, why, countedSeconds, detail }) =>
      [from.slice(5, 16), why, countedSeconds / 3600, detail].filter((part) => part !== undefined),
    )
    expect(short).toEqual([
      ['11-20T15:00', 'counted', 1],
      ['11-20T16:00', 'out_of_hours', 0],
      ['11-22T23:00', 'holiday', 0, 'Founders’ day'],
      ['11-23T23:00', 'out_of_hours', 0],
      ['11-24T08:00', 'counted', 2],
      ['11-24T10:00', 'paused', 0, 'awaiting_vendor'],
      ['11-25T09:00', 'counted', 1],
    ])
  })

  test('round the clock is one line', () => {
    const always = cal({ roundTheClock: true })
    const day = { from: '2026-11-20T15:00:00.000Z', to: '2026-11-21T15:00:00.000Z' }
    expect(ledger(always, day)).toEqual([{ ...day, countedSeconds: 86_400, why: 'counted' }])
    expect(ledger(always, { from: day.to, to: day.from })).toEqual([])
  })
})
