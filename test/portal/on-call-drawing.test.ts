import { describe, expect, test } from 'vitest'
import { type Place, sheetsBetween, termsBetween } from '../../portal/lib/on-call/drawing.ts'

const dates = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26']
const at = (column: number, hour: number): Place => ({ column, minutes: hour * 60 })
const twice = { from: 120, to: 180 }

describe('what is drawn over a week', () => {
  test.each([
    ['in one column', at(0, 10), at(0, 14), [[0, 10, 14]]],
    ['upwards', at(0, 14), at(0, 10), [[0, 10, 14]]],
    [
      'over a night',
      at(0, 22),
      at(1, 8),
      [
        [0, 22, 24],
        [1, 0, 8],
      ],
    ],
    [
      'backwards over a night',
      at(1, 8),
      at(0, 22),
      [
        [0, 22, 24],
        [1, 0, 8],
      ],
    ],
    [
      'over a whole day between',
      at(0, 22),
      at(2, 8),
      [
        [0, 22, 24],
        [1, 0, 24],
        [2, 0, 8],
      ],
    ],
    ['from the foot of a column', at(0, 24), at(1, 8), [[1, 0, 8]]],
    ['to the head of a column', at(0, 22), at(1, 0), [[0, 22, 24]]],
    ['nowhere', at(0, 10), at(0, 10), []],
  ])('has a sheet in each column: %s', (_, one, other, sheets) => {
    const drawn = sheetsBetween(one, other, undefined)
    expect(drawn.map(({ column, from, to }) => [column, from / 60, to / 60])).toEqual(sheets)
  })

  test('goes to the foot of a longer axis in a week with an hour twice', () => {
    expect(sheetsBetween(at(0, 22), at(1, 8), twice)[0]).toEqual({ column: 0, from: 1320, to: 1500 })
  })
})

describe('what the form says of it', () => {
  const told = (one: Place, other: Place, repeat?: typeof twice) => {
    const terms = termsBetween(one, other, { dates, repeat })
    return terms && `${terms.fromDate} ${terms.fromTime} ${terms.toDate} ${terms.toTime}`
  }

  test.each([
    ['one day', at(0, 10), at(0, 14), '2026-10-23 10:00 2026-10-23 14:00'],
    ['a night', at(0, 22), at(1, 8), '2026-10-23 22:00 2026-10-24 08:00'],
    ['a night, backwards', at(1, 8), at(0, 22), '2026-10-23 22:00 2026-10-24 08:00'],
    ['a later hour on an earlier day', at(2, 1), at(0, 23.5), '2026-10-23 23:30 2026-10-25 01:00'],
    ['a whole day', at(1, 0), at(1, 24), '2026-10-24 00:00 2026-10-25 00:00'],
    ['from the end of a day', at(0, 24), at(1, 8), '2026-10-24 00:00 2026-10-24 08:00'],
    ['to the end of the week', at(2, 22), at(3, 24), '2026-10-25 22:00 2026-10-27 00:00'],
  ])('is the earlier place first: %s', (_, one, other, words) => {
    expect(told(one, other)).toBe(words)
  })

  test('knows the hour that the axis has twice', () => {
    expect(told(at(1, 23), at(2, 9), twice)).toBe('2026-10-24 22:00 2026-10-25 08:00')
  })

  test.each([
    ['nowhere', at(0, 10), at(0, 10), undefined],
    ['from the foot of a day to the head of the next', at(0, 24), at(1, 0), undefined],
    ['within the second round', at(2, 3.5), at(2, 4), twice],
  ])('is nothing, if the clock shows the same at both ends: %s', (_, one, other, repeat) => {
    expect(told(one, other, repeat)).toBeUndefined()
  })
})
