import { expect, test } from 'vitest'
import { wholeShifts } from '../../portal/lib/on-call/whole-shifts.ts'

const at = (day: number) => `2026-12-${String(day).padStart(2, '0')}T08:00:00.000Z`
const shift = (from: number, to: number) => ({
  ...{ from: at(from), to: at(to) },
  person: { id: 'ana', name: 'Ana' },
})

test('offers no shift that the answer has cut, at its beginning or its end', () => {
  const shifts = [shift(1, 3), shift(3, 10), shift(12, 17), shift(17, 20)]
  expect(wholeShifts({ shifts, gaps: [] })).toEqual([shift(3, 10), shift(12, 17)])
})

test('offers what begins after a gap and ends before one', () => {
  const gaps = [
    { from: at(1), to: at(3) },
    { from: at(10), to: at(20) },
  ]
  expect(wholeShifts({ shifts: [shift(3, 10)], gaps })).toEqual([shift(3, 10)])
  expect(wholeShifts({ shifts: [], gaps })).toEqual([])
})
