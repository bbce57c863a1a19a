import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InvocationResult } from '../../../infra/local/invocation.ts'
import { parseDefinition } from '../../../infra/local/states/definition.ts'
import { statesOperations } from '../../../infra/local/states/endpoint.ts'
import { executionStore } from '../../../infra/local/states/execution-store.ts'
import { Machinery } from '../../../infra/local/states/machinery.ts'
import { openWorkerStore } from '../../../infra/local/worker-store.ts'

const arn = 'arn:aws:states:eu-central-1:000000000000:stateMachine:clock'
const definition = parseDefinition(
  'clock',
  JSON.stringify({
    StartAt: 'Wait',
    States: {
      Wait: { Type: 'Wait', TimestampPath: '$.dueAt', Next: 'Wake' },
      Wake: { Type: 'Task', Resource: 'arn:aws:lambda:eu-central-1:0:function:wake', End: true },
    },
  }),
)
const start = Date.parse('2026-05-01T10:00:00Z')
const DAY = 86_400_000
const inputDue = (at: number) =>
  JSON.stringify({ subjectId: 'INC-000001', dueAt: new Date(at).toISOString() })

describe('executions', () => {
  let folder: string
  let now: number
  let woken: unknown[]

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'machinery-'))
    now = start
    woken = []
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function open(answer: () => Promise<InvocationResult> = async () => ({ payload: 'ok' })) {
    const database = openWorkerStore(folder)
    const machinery = new Machinery({
      machines: [{ arn, name: 'clock', definition }],
      store: executionStore(database),
      clock: { now: () => now },
      invoke: (_function, payload) => {
        woken.push(payload)
        return answer()
      },
    })
    return { machinery, database }
  }

  async function settle({ active }: { active: () => string[] }) {
    const deadline = performance.now() + 2000
    while (active().length > 0 && performance.now() < deadline)
      await new Promise((resolve) => setImmediate(resolve))
  }

  test('takes a few of many due steps at once, and all of them in the end', async () => {
    let most = 0
    let atWork = 0
    const { machinery, database } = open(async () => {
      most = Math.max(most, ++atWork)
      await new Promise((resolve) => setImmediate(resolve))
      atWork--
      return { payload: 'ok' }
    })
    const names = Array.from({ length: 200 }, (_, index) => `inc-${index}-g1`)
    for (const name of names) machinery.startExecution(arn, name, inputDue(start + DAY))
    now = start + DAY
    machinery.fire()
    await settle({ active: () => machinery.active })
    expect(names.map((name) => machinery.find(arn, name).status)).toEqual(names.map(() => 'SUCCEEDED'))
    expect([woken.length, most]).toEqual([200, 30])
    database.close()
  })

  test('counts each state that was entered, for which AWS charges', async () => {
    const { machinery, database } = open()
    const transitions = () => machinery.find(arn, 'inc-1-g1').progress.transitions
    machinery.startExecution(arn, 'inc-1-g1', inputDue(start + DAY))
    expect(transitions()).toBe(1)
    now = start + DAY
    machinery.fire()
    await settle({ active: () => machinery.active })
    expect(transitions()).toBe(2)
    database.close()
  })

  test('wakes at its instant and not before', async () => {
    const { machinery } = open()
    machinery.startExecution(arn, 'inc-000001-g1', inputDue(start + 5000))
    now += 4999
    machinery.fire()
    expect(machinery.active).toEqual([])
    now += 1
    machinery.fire()
    await settle({ active: () => machinery.active })
    expect(woken).toEqual([JSON.parse(inputDue(start + 5000))])
    expect(machinery.find(arn, 'inc-000001-g1').status).toBe('SUCCEEDED')
  })

  test('a process that opens the same file goes on with what ran', async () => {
    const { machinery, database } = open()
    machinery.startExecution(arn, 'inc-000001-g1', inputDue(start + 5000))
    database.close()
    now += 3 * 3_600_000
    const again = open().machinery
    again.fire()
    await settle({ active: () => again.active })
    expect(woken).toHaveLength(1)
  })

  test('a task that was cut off by a kill runs again', async () => {
    const { machinery } = open(() => new Promise(() => {}))
    machinery.startExecution(arn, 'inc-000001-g1', inputDue(start))
    await new Promise((resolve) => setImmediate(resolve))
    const again = open().machinery
    again.fire()
    await settle({ active: () => again.active })
    expect(again.find(arn, 'inc-000001-g1').status).toBe('SUCCEEDED')
  })

  test('the same start while it runs answers the first, another input is refused', () => {
    const { machinery } = open()
    const first = machinery.startExecution(arn, 'inc-000001-g1', inputDue(start + 5000))
    expect(machinery.startExecution(arn, 'inc-000001-g1', inputDue(start + 5000)).startedAt).toBe(
      first.startedAt,
    )
    expect(() => machinery.startExecution(arn, 'inc-000001-g1', inputDue(start + 6000))).toThrow(
      'Already Exists',
    )
  })

  test('a name stays refused for 90 days after its end', () => {
    const { machinery } = open()
    const input = inputDue(start + 5000)
    machinery.startExecution(arn, 'inc-000001-g1', input)
    machinery.stopExecution(arn, 'inc-000001-g1', null, null)
    now += 89 * DAY
    expect(() => machinery.startExecution(arn, 'inc-000001-g1', input)).toThrow('Already Exists')
    now += 2 * DAY
    expect(machinery.startExecution(arn, 'inc-000001-g1', inputDue(now + 5000)).status).toBe('RUNNING')
  })

  test('what was stopped while its task ran stays stopped', async () => {
    let finish: (result: InvocationResult) => void = () => {}
    const { machinery } = open(() => new Promise((resolve) => (finish = resolve)))
    machinery.startExecution(arn, 'inc-000001-g1', inputDue(start))
    await new Promise((resolve) => setImmediate(resolve))
    machinery.stopExecution(arn, 'inc-000001-g1', 'Local.Deleted', null)
    finish({ payload: 'ok' })
    await settle({ active: () => machinery.active })
    expect(machinery.find(arn, 'inc-000001-g1').status).toBe('ABORTED')
  })

  test('the endpoint describes, lists and stops by ARN', () => {
    const operations = statesOperations(open().machinery)
    const call = (name: string, request: object) => operations[name]?.(request) as Record<string, unknown>
    const { executionArn } = call('StartExecution', {
      stateMachineArn: arn,
      name: 'a',
      input: inputDue(start + 5000),
    })
    expect(executionArn).toBe('arn:aws:states:eu-central-1:000000000000:execution:clock:a')
    expect(call('DescribeExecution', { executionArn }).status).toBe('RUNNING')
    call('StopExecution', { executionArn })
    expect(call('ListExecutions', { stateMachineArn: arn, statusFilter: 'RUNNING' }).executions).toEqual([])
    expect(() => call('StartExecution', { stateMachineArn: arn, name: 'a b', input: '{}' })).toThrow(
      'Invalid Name',
    )
    expect(() => call('StartExecution', { stateMachineArn: arn, name: 'b', input: '{' })).toThrow('not JSON')
  })
})
