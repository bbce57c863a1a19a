import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendars, instants } from './fixture.ts'

const module = resolve(import.meta.dirname, '../../../functions/sla/business-time.ts')
const program = `
  import { due } from ${JSON.stringify(module)}
  const { cases } = JSON.parse(process.argv[1])
  const shown = new Date(0).getTimezoneOffset()
  console.log(JSON.stringify({ shown, dues: cases.map(([calendar, start, seconds]) => due(calendar, start, seconds)) }))
`
const cases = fc.sample(fc.tuple(calendars, instants, fc.integer({ min: 1, max: 200_000 })), {
  numRuns: 60,
  seed: 3,
})

const answerIn = (zone: string) =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--input-type=module',
        '-e',
        program,
        JSON.stringify({ cases }),
      ],
      { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
    ),
  )

test('a deadline does not depend on the zone of the server', () => {
  const answers = ['UTC', 'Pacific/Apia', 'America/St_Johns', 'Europe/Berlin'].map(answerIn)
  expect(new Set(answers.map(({ shown }) => shown)).size).toBe(4)
  for (const { dues } of answers) expect(dues).toEqual(answers[0]?.dues)
}, 60_000)
