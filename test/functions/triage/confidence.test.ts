import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fittedTemperature,
  logLoss,
  probabilities,
  type Trial,
} from '../../../functions/triage/confidence.ts'

const scores = (...values: number[]) =>
  values.map((score, place) => ({ value: 'abcdef'[place] ?? '', examples: 9, score, weights: [] }))
const trial = (truth: string, ...values: number[]): Trial => ({ truth, scores: scores(...values) })
const some = fc.array(fc.float({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 6 })

describe('confidence', () => {
  test('is shared out among the values, in their order, however far apart they are', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(0.5, 1, 7, 64), (values, temperature) => {
        const shares = probabilities(scores(...values), temperature)
        expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 9)
        values.forEach((value, a) => {
          values.forEach((other, b) => {
            if (value > other) expect(shares[a]).toBeGreaterThanOrEqual(shares[b] ?? Number.NaN)
          })
        })
      }),
    )
  })

  test('falls as the temperature rises', () => {
    const [bold = 0] = probabilities(scores(0, -5), 1)
    const [careful = 0] = probabilities(scores(0, -5), 4)
    expect(bold).toBeCloseTo(1 / (1 + Math.exp(-5)), 12)
    expect(careful).toBeLessThan(bold)
  })

  test('is fitted to how often it was right: nine of ten trials with ten apart come to about 0.9', () => {
    const trials = [
      ...Array.from({ length: 90 }, () => trial('a', 0, -10)),
      ...Array.from({ length: 10 }, () => trial('b', 0, -10)),
    ]
    const temperature = fittedTemperature(trials)
    expect(probabilities(scores(0, -10), temperature)[0]).toBeGreaterThan(0.86)
    expect(probabilities(scores(0, -10), temperature)[0]).toBeLessThan(0.94)
    for (const other of [1, 2, 16, 64]) {
      expect(logLoss(trials, temperature)).toBeLessThanOrEqual(logLoss(trials, other))
    }
  })

  test('is careful before anything was tried, and survives a truth that it never saw', () => {
    expect(fittedTemperature([])).toBe(4)
    expect(Number.isFinite(logLoss([trial('z', 0, -1)], 1))).toBe(true)
  })
})
