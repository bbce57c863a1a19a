import { describe, expect, test } from 'vitest'
import { isWorthSaying, train } from '../../../functions/triage/model.ts'
import { examples, model, now } from './fixture.ts'

describe('training', () => {
  test('forgets what stood in one incident only', () => {
    const [first] = examples
    if (!first) throw new Error('There is no example.')
    const taught = [...examples, { ...first, features: ['mueller', 'vpn'] }]
    expect(train(taught, now).features.has('mueller')).toBe(false)
    expect(train(taught, now).features.has('vpn')).toBe(true)
  })

  test('tries every example once, by what it was not in', () => {
    expect(model.fits.categoryId.examples).toBe(examples.length)
    expect(model.fits.categoryId.right / examples.length).toBeGreaterThan(0.9)
  })

  test('has nothing to say where the words tell no more than the most frequent value', () => {
    const labels = ['high', 'low', 'low'] as const
    const taught = Array.from({ length: 60 }, (_, n) => ({
      features: ['vpn', 'tunnel'],
      labels: { urgency: labels[n % 3], impact: 'low' },
    }))
    expect(isWorthSaying(train(taught, now).fits.urgency)).toBe(false)
    expect(isWorthSaying(model.fits.categoryId)).toBe(true)
  })

  test('of nothing, of empty texts and of one label does not fail', () => {
    expect(train([], now)).toMatchObject({ examples: 0, labels: [] })
    const empty = Array.from({ length: 30 }, () => ({ features: [], labels: { teamId: 'one' } }))
    expect(train(empty, now).labels).toEqual([{ kind: 'teamId', value: 'one', examples: 30, features: 0 }])
  })
})
