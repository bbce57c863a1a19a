import { describe, expect, test } from 'vitest'
import type { Confirmed } from '../../../functions/triage/example.ts'
import { accuracyOf } from '../../../functions/triage/report.ts'

const tree = new Map([
  ['b', 'a'],
  ['a', undefined],
])
let count = 0
function confirmed(
  actual: string | undefined,
  suggested?: string,
  confidence = 0.95,
  applied?: true,
): Confirmed {
  const id = `INC-${String(++count).padStart(6, '0')}`
  return {
    id,
    version: 3,
    at: '2026-11-23T09:00:00.000Z',
    words: [],
    labels: actual === undefined ? {} : { categoryId: actual },
    ...(suggested === undefined
      ? { looked: true }
      : {
          suggested: {
            categoryId: { value: suggested, confidence, by: 'classifier', ...(applied && { applied }) },
          },
        }),
  }
}

const category = (outcomes: readonly Confirmed[]) => {
  const found = accuracyOf(outcomes, tree).find(({ kind }) => kind === 'categoryId')
  if (!found) throw new Error('There is no report of categories.')
  return found
}

describe('the accuracy report', () => {
  const outcomes = [
    confirmed('a', 'a'),
    confirmed('a', 'a', 0.95, true),
    confirmed('a', 'b', 0.55),
    confirmed('b', 'a', 0.75),
    confirmed('b', 'a', 0.72, true),
    confirmed('a'),
    confirmed(undefined, 'a'),
  ]
  const { looked: _, ...unseen } = confirmed('a')

  test('compares suggestions with what incidents turned out to be, beside always naming the same', () => {
    expect(category(outcomes)).toMatchObject({
      outcomes: 6,
      suggested: 5,
      agreed: 2,
      near: 3,
      applied: 2,
      kept: 1,
      share: 0.4,
      coverage: 0.833,
      baseline: { value: 'a', share: 0.667 },
    })
  })

  test('names the most frequent confusions with their incidents', () => {
    expect(category(outcomes).confusions).toEqual([
      { suggested: 'a', actual: 'b', count: 2, incidentIds: ['INC-000004', 'INC-000005'] },
      { suggested: 'b', actual: 'a', count: 1, incidentIds: ['INC-000003'] },
    ])
  })

  test('holds confidence against how often it was right', () => {
    expect(category(outcomes).bins).toEqual([
      { from: 0.5, suggested: 1, agreed: 0, confidence: 0.55, share: 0 },
      { from: 0.7, suggested: 2, agreed: 0, confidence: 0.735, share: 0 },
      { from: 0.9, suggested: 2, agreed: 2, confidence: 0.95, share: 1 },
    ])
  })

  test('leaves out what triage never looked at, and says nothing about nothing', () => {
    expect(category([...outcomes, unseen])).toEqual(category(outcomes))
    expect(category([])).toMatchObject({
      outcomes: 0,
      share: undefined,
      coverage: undefined,
      baseline: undefined,
    })
  })
})
