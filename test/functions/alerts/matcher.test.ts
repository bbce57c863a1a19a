import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isLike,
  isNarrower,
  type Matcher,
  matchesAll,
  matchesEverything,
  sayWhatIsMeant,
} from '../../../functions/alerts/matcher.ts'

const facts = { sourceId: 'src_a', severity: 'warning', title: 'Disk is full', labels: { host: 'db1' } }
const matcher = (label: string, op: Matcher['op'], value: string): Matcher => ({ label, op, value })

describe('a matcher', () => {
  test.each([
    [matcher('host', 'is', 'db1'), true],
    [matcher('host', 'is', 'DB1'), false],
    [matcher('host', 'is_not', 'db2'), true],
    [matcher('host', 'like', 'db*'), true],
    [matcher('host', 'not_like', '*1'), false],
    [matcher('zone', 'is', ''), true],
    [matcher('zone', 'is_not', 'a'), true],
    [matcher('toString', 'is', ''), true],
    [matcher('@source', 'is', 'src_a'), true],
    [matcher('@severity', 'is', 'critical'), false],
    [matcher('@title', 'like', '*full'), true],
    [matcher('@summary', 'is', ''), true],
  ])('%j is %s', (one, expected) => {
    expect(matchesAll([one], facts)).toBe(expected)
  })

  test('that stands beside others must hold with all of them', () => {
    expect(matchesAll([matcher('host', 'is', 'db1'), matcher('@severity', 'is', 'info')], facts)).toBe(false)
  })
})

describe('a pattern', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
  const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 })

  test('matches what a regular expression of it would', () => {
    fc.assert(
      fc.property(letters, patterns, (text, pattern) => {
        expect(isLike(text, pattern)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('matchers that match everything', () => {
  test.each([
    [[], true],
    [[matcher('host', 'like', '*')], true],
    [[matcher('host', 'like', '**'), matcher('@title', 'is_not', '')], true],
    [[matcher('@severity', 'is_not', 'page')], true],
    [[matcher('@severity', 'like', '*')], true],
    [[matcher('@severity', 'is_not', 'info')], false],
    [[matcher('host', 'like', 'd*')], false],
    [[matcher('host', 'is_not', '')], false],
    [[matcher('host', 'is', '')], false],
    [[matcher('host', 'like', '*'), matcher('host', 'is', 'db1')], false],
  ])('are told from those that leave something out: %j', (matchers, expected) => {
    expect(matchesEverything(matchers)).toBe(expected)
  })
})

test.each([
  [[], false],
  [[matcher('zzz', 'is_not', 'q')], false],
  [[matcher('zzz', 'not_like', 'q*')], false],
  [[matcher('a', 'is', '')], false],
  [[matcher('host', 'like', '')], false],
  [[matcher('host', 'like', '**'), matcher('@severity', 'is_not', 'info')], false],
  [[matcher('@severity', 'is', 'info')], true],
  [[matcher('host', 'like', 'd*')], true],
  [[matcher('host', 'is_not', 'db2'), matcher('host', 'like', '*db*')], true],
])('whether matchers say what is meant, not only what is not: %j', (matchers, expected) => {
  expect(sayWhatIsMeant(matchers)).toBe(expected)
})

test('matchers are narrower with one more, and not with one fewer or in another order', () => {
  const [a, b] = [matcher('host', 'is', 'db1'), matcher('@severity', 'is', 'info')]
  expect(isNarrower([a, b], [a])).toBe(true)
  expect(isNarrower([a], [a, b])).toBe(false)
  expect(isNarrower([b, a], [a, b])).toBe(false)
  expect(isNarrower([{ ...a, value: 'db2' }], [a])).toBe(true)
})
