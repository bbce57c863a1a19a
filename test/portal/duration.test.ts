import { describe, expect, test } from 'vitest'
import { countedTime, durationOf } from '../../portal/lib/duration.ts'

const minute = 60_000

describe('a duration', () => {
  test.each([
    [0, '< 1 min'],
    [59_999, '< 1 min'],
    [minute, '1 min'],
    [-4 * minute, '4 min'],
    [60 * minute, '1 h'],
    [125 * minute, '2 h 05 min'],
    [24 * 60 * minute, '1 d'],
    [(26 * 60 + 59) * minute, '1 d 2 h'],
  ])('of %d ms is %s', (milliseconds, words) => {
    expect(durationOf(milliseconds)).toBe(words)
  })
})

describe('counted time', () => {
  test.each([
    [0, '0 min'],
    [30, '< 1 min'],
    [600, '10 min'],
    [4 * 3600, '4 h'],
    [40 * 3600 + 15 * 60 + 59, '40 h 15 min'],
  ])('of %d s is %s, never days', (seconds, words) => {
    expect(countedTime(seconds)).toBe(words)
  })
})
