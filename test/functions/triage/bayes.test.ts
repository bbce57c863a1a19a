import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, type Example, groupsOf, scored, smoothing } from '../../../functions/triage/bayes.ts'

const feature = fc.constantFrom('vpn', 'print', 'mail', 'passwo', 'constructor', '__proto__', '@svc_vpn')
const features = fc.uniqueArray(feature, { maxLength: 6 })
const example: fc.Arbitrary<Example> = fc.record({
  features,
  labels: fc.record(
    {
      categoryId: fc.constantFrom('cat_a', 'cat_b', '__proto__', 'toString'),
      urgency: fc.constantFrom('high', 'medium', 'low'),
    },
    { requiredKeys: [] },
  ),
})
const examples = fc.array(example, { minLength: 1, maxLength: 30 })

const byValue = (counts: ReturnType<typeof count>, asked: readonly string[]) =>
  new Map(
    scored(counts, groupsOf(counts, 'categoryId'), asked).scores.map(({ value, score }) => [value, score]),
  )

describe('counting examples', () => {
  test('comes to the same in any order', () => {
    fc.assert(
      fc.property(examples, fc.infiniteStream(fc.nat()), (taught, chance) => {
        const shuffled = taught
          .map((one) => ({ one, place: chance.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one)
        expect(count(shuffled)).toEqual(count(taught))
      }),
    )
  })

  test('comes to so many times as much when each example is there so many times', () => {
    fc.assert(
      fc.property(examples, fc.integer({ min: 2, max: 4 }), (taught, times) => {
        const once = count(taught)
        const often = count(Array.from({ length: times }, () => taught).flat())
        expect(often.labels).toEqual(
          once.labels.map((label) => ({
            ...label,
            examples: label.examples * times,
            features: label.features * times,
          })),
        )
        expect([...often.features]).toEqual(
          [...once.features].map(([name, pairs]) => [
            name,
            pairs.map((n, place) => (place % 2 === 0 ? n : n * times)),
          ]),
        )
      }),
    )
  })
})

describe('scoring a text', () => {
  test('is not moved by features that were never seen', () => {
    fc.assert(
      fc.property(examples, features, (taught, asked) => {
        const counts = count(taught)
        expect(scored(counts, groupsOf(counts, 'categoryId'), [...asked, 'never', 'seen'])).toEqual(
          scored(counts, groupsOf(counts, 'categoryId'), asked),
        )
      }),
    )
  })

  test('is the sum of its prior and its weights, so that every part can be shown', () => {
    fc.assert(
      fc.property(examples, features, (taught, asked) => {
        const counts = count(taught)
        const nothing = byValue(counts, [])
        for (const { value, score, weights } of scored(counts, groupsOf(counts, 'categoryId'), asked)
          .scores) {
          const sum = weights.reduce((a, b) => a + b, nothing.get(value) ?? Number.NaN)
          expect(score).toBeCloseTo(sum, 9)
        }
      }),
    )
  })

  test('names the more frequent value when nothing is known', () => {
    const one = (categoryId: string): Example => ({ features: ['x'], labels: { categoryId } })
    const counts = count([one('rare'), one('often'), one('often')])
    expect(scored(counts, groupsOf(counts, 'categoryId'), []).scores.map(({ value }) => value)).toEqual([
      'often',
      'rare',
    ])
  })

  test('agrees with the formula in exact fractions, counted by other means', () => {
    const cases = fc.sample(fc.record({ examples, asked: features }), { numRuns: 400, seed: 20_261_123 })
    const input = {
      smoothing: String(smoothing),
      cases: cases.map((one) => ({ ...one, kind: 'categoryId' })),
    }
    const answer = execFileSync('python3', [join(import.meta.dirname, 'oracle.py')], {
      input: JSON.stringify(input),
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
    })
    const expected = JSON.parse(answer, (_, value) => value) as Record<string, number>[]
    let compared = 0
    cases.forEach(({ examples: taught, asked }, place) => {
      const scores = byValue(count(taught), asked)
      const oracle = Object.entries(expected[place] ?? {})
      expect(scores.size).toBe(oracle.length)
      for (const [value, score] of oracle) {
        expect(scores.get(value)).toBeCloseTo(score, 9)
        compared++
      }
    })
    expect(compared).toBeGreaterThan(500)
  })
})
