import { describe, expect, test } from 'vitest'
import { countResults } from '../support/results.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((result) => ({ status: result })),
})

describe('counting the results of a run', () => {
  test.each([
    [
      'tests one by one',
      [file('failed', 'passed', 'failed'), file('passed', 'passed')],
      1,
      { passed: 2, failed: 1 },
    ],
    [
      'a file that does not load as one failure',
      [file('failed'), file('passed', 'passed')],
      1,
      { passed: 1, failed: 1 },
    ],
    [
      'a bad end without a failed test as one failure',
      [file('passed', 'passed')],
      1,
      { passed: 1, failed: 1 },
    ],
    ['skipped tests not at all', [file('passed', 'passed', 'skipped')], 0, { passed: 1, failed: 0 }],
  ])('counts %s', (_what, testResults, code, counts) => {
    expect(countResults({ testResults }, code)).toEqual(counts)
  })

  test('counts a run without a report as one failure', () => {
    expect(countResults(undefined, 1)).toEqual({ passed: 0, failed: 1 })
  })
})
