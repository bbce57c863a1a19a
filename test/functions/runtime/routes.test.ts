import { expect, test } from 'vitest'
import { queuesFor } from '../../../functions/runtime/routes.ts'

const routes = [
  { queueUrl: 'timer-set', types: ['incident.*', 'escalation.*'] },
  { queueUrl: 'status-mail', types: ['incident.*'] },
  { queueUrl: 'pages', types: ['escalation.step'] },
  { queueUrl: 'both', types: ['incident.*', 'incident.reported'] },
]

test.each([
  ['incident.reported', ['timer-set', 'status-mail', 'both']],
  ['escalation.step', ['timer-set', 'pages']],
  ['escalation.exhausted', ['timer-set']],
  ['incidents.reported', []],
  ['incident', []],
  ['undefined', []],
])('%s goes to %j, each once', (type, queues) => {
  expect(queuesFor(routes, { type, isQuiet: false })).toEqual(queues)
})

test.each([
  ['incident.imported', ['search']],
  ['incident.reported', []],
])('of the past, %s goes to %j: only to who asked for it', (type, queues) => {
  const learning = { queueUrl: 'search', types: ['incident.reported'], history: ['incident.imported'] }
  expect(queuesFor([...routes, learning], { type, isQuiet: true })).toEqual(queues)
})
