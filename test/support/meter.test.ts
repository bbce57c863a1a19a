import { expect, test } from 'vitest'
import { serialTrips } from './meter.ts'

const call = (started: number, ended: number) => ({ started, ended })

test.each([
  ['none is none', [], 0],
  ['calls at the same time are one', [call(0, 3), call(1, 4), call(2, 5)], 1],
  ['a call after another has ended is one more', [call(0, 1), call(2, 3)], 2],
  ['a slow call beside two quick ones does not hide them', [call(0, 9), call(1, 2), call(3, 4)], 2],
])('%s', (_, calls, trips) => {
  expect(serialTrips(calls)).toBe(trips)
})
