/** What is read of vitest's JSON report. */
export type JsonResults = {
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * Counts tests. A file that failed without a failed test of its own, as when it does not load, counts as one failure,
 * and so does a run that ended badly without any, or without a report.
 */
export const countResults = (results: JsonResults | undefined, exitCode: number) => {
  const files = results?.testResults ?? []
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  const brokenFiles = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const passed = tests.filter(({ status }) => status === 'passed').length
  const failed = tests.filter(({ status }) => status === 'failed').length + brokenFiles.length
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}
