import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  days,
  earliest,
  elapsed,
  hours,
  after as later,
  minutes,
  seconds,
} from '../../../functions/runtime/instant.ts'

const instants = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const spans = fc.integer({ min: -days(400), max: days(400) })

describe('an instant', () => {
  test('moves by real, elapsed time, also over a change to winter time', () => {
    expect(later('2026-10-25T00:30:00.000Z', hours(2))).toBe('2026-10-25T02:30:00.000Z')
    expect(later('2026-11-23T09:00:00.000Z', -minutes(1))).toBe('2026-11-23T08:59:00.000Z')
    expect([seconds(1), minutes(1), hours(1), days(1)]).toEqual([1e3, 6e4, 36e5, 864e5])
  })

  test('and the time from it to a later one lead back', () => {
    fc.assert(
      fc.property(instants, spans, (at, span) => {
        expect(elapsed(at, later(at, span))).toBe(span)
      }),
    )
  })

  test('sorts as text', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: days(400) }), (at, span) => {
        expect(at < later(at, span)).toBe(true)
      }),
    )
  })
})

test('the earliest of none is none', () => {
  expect(earliest([])).toBeUndefined()
  expect(earliest(['2026-11-23T09:00:00.000Z', '2026-01-01T00:00:00.000Z'])).toBe('2026-01-01T00:00:00.000Z')
})
