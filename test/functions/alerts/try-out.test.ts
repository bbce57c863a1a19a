import { expect, test } from 'vitest'
import { tryOut } from '../../../functions/alerts/try-out.ts'
import { around, receivedAt } from './adapters/fixture.ts'

test('a payload that came nested as deep as it is long is told so', () => {
  const { source } = around('generic', { title: 'name', labels: {} })
  const sent = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
  const { occurrences, detail } = tryOut(source, sent, { now: receivedAt, language: 'en' })
  expect([occurrences, detail]).toEqual([[], 'This is nested too deeply. Up to 50 levels can be read.'])
})

test('a payload that is tried shows the alerts that it would be, and what is wrong with the others', () => {
  const { source } = around('generic', { items: 'checks', title: 'name', labels: {} })
  const payload = { checks: [{ name: 'Disk full' }, { title: 'Fan loud' }] }
  const { occurrences, errors, detail } = tryOut(source, { payload }, { now: receivedAt, language: 'en' })
  expect([occurrences.map(({ title }) => title), detail]).toEqual([['Disk full'], undefined])
  expect(errors).toEqual([{ path: 'checks.1.title', message: 'The payload has no “name”. It has title.' }])
})
