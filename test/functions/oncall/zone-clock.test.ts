import { describe, expect, test } from 'vitest'
import { firstInstantOf, wallAt } from '../../../functions/runtime/zone-days.ts'

const wall = (time: string) => Date.parse(`${time}Z`)
const instant = (at: number) => new Date(at).toISOString()

describe('the first instant of a wall-clock time', () => {
  test.each([
    ['Europe/Berlin', '2026-10-25T01:59', '2026-10-24T23:59:00.000Z', 'before the clock goes back'],
    [
      'Europe/Berlin',
      '2026-10-25T02:00',
      '2026-10-25T00:00:00.000Z',
      'of an hour that comes twice, the first',
    ],
    ['Europe/Berlin', '2026-10-25T02:59', '2026-10-25T00:59:00.000Z', 'until its end'],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z', 'after both of them'],
    ['Europe/Berlin', '2027-03-28T02:00', '2027-03-28T01:00:00.000Z', 'where an hour is skipped, the jump'],
    ['Europe/Berlin', '2027-03-28T02:30', '2027-03-28T01:00:00.000Z', 'inside the skipped hour, the jump'],
    ['Europe/Berlin', '2027-03-28T03:00', '2027-03-28T01:00:00.000Z', 'at its end, the jump'],
    ['Australia/Sydney', '2026-10-04T02:30', '2026-10-03T16:00:00.000Z', 'the jump in Sydney'],
    ['Australia/Sydney', '2027-04-04T02:30', '2027-04-03T15:30:00.000Z', 'the first of two in Sydney'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z', 'the first of two in New York'],
    ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00:00.000Z', 'after both in New York'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30:00.000Z', 'half an hour is skipped'],
    ['Australia/Lord_Howe', '2027-04-04T01:45', '2027-04-03T14:45:00.000Z', 'half an hour comes twice'],
    ['Pacific/Apia', '2011-12-30T09:00', '2011-12-30T10:00:00.000Z', 'a day that a zone skipped'],
    ['Europe/Berlin', '2090-10-29T02:30', '2090-10-29T00:30:00.000Z', 'in a far year'],
    ['UTC', '2026-10-25T02:00', '2026-10-25T02:00:00.000Z', 'without any transition'],
  ])('%s %s is %s: %s', (zone, time, expected) => {
    expect(instant(firstInstantOf(zone, wall(time)))).toBe(expected)
  })

  test('the clock that never goes back stands still in the repeated hour, a millisecond before its end', () => {
    const shown = ['00:30', '01:00', '01:30', '02:00'].map((time) =>
      instant(wallAt('Europe/Berlin', wall(`2026-10-25T${time}`))).slice(11, 23),
    )
    expect(shown).toEqual(['02:30:00.000', '02:59:59.999', '02:59:59.999', '03:00:00.000'])
  })
})
