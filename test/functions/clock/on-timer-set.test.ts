import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { after as later, minutes } from '../../../functions/runtime/instant.ts'
import { log } from '../../../functions/runtime/log.ts'
import { startAwsEndpoint } from '../../support/aws-endpoint.ts'

let aws: Awaited<ReturnType<typeof startAwsEndpoint>>
let consume: (...messages: unknown[]) => Promise<unknown>

beforeAll(async () => {
  log.setLogLevel('SILENT')
  aws = await startAwsEndpoint()
  Object.assign(process.env, aws.environment, {
    STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:0:stateMachine:clock',
  })
  const { handler } = await import('../../../functions/clock/on-timer-set.ts')
  consume = (...messages) => {
    const Records = messages.map((message, n) => ({ messageId: `m${n}`, body: JSON.stringify(message) }))
    return handler({ Records } as never, { getRemainingTimeInMillis: () => 10_000 } as never)
  }
})
afterAll(() => aws.stop())

const inMinutes = (count: number) => later(new Date().toISOString(), minutes(count))
const event = (wake?: { generation: number; kind: string; dueAt: string }) => ({
  pk: 'INC-000123',
  sk: 'E#000001',
  type: 'incident.reported',
  ...(wake && { wake }),
})
const started = { StartExecution: () => ({ executionArn: 'arn', startDate: 1 }) }
const none = { batchItemFailures: [] }

describe('a committed change that sets a page', () => {
  test('starts its clock, under the name of incident and generation', async () => {
    aws.answer(started)
    const wake = { generation: 7, kind: 'escalation', dueAt: inMinutes(5) }
    expect(await consume(event(wake))).toEqual(none)
    const [execution] = aws.take('StartExecution')
    expect(execution?.name).toBe('inc-000123-g7')
    expect(JSON.parse(String(execution?.input))).toEqual({ subjectId: 'INC-000123', ...wake })
  })

  test('that comes a second time is done already', async () => {
    aws.answer({ StartExecution: () => ({ error: 'ExecutionAlreadyExists' }) })
    expect(await consume(event({ generation: 7, kind: 'escalation', dueAt: inMinutes(5) }))).toEqual(none)
    aws.take('StartExecution')
  })

  test('comes again when the state machine cannot be reached, without touching the others', async () => {
    const flaky = ({ body }: { body: Record<string, unknown> }) =>
      String(body.name).endsWith('g1')
        ? { error: 'StateMachineDoesNotExist' }
        : { executionArn: 'arn', startDate: 1 }
    aws.answer({ StartExecution: flaky })
    const wake = { kind: 'escalation', dueAt: inMinutes(5) }
    expect(await consume(event({ ...wake, generation: 1 }), event({ ...wake, generation: 2 }))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm0' }],
    })
    aws.take('StartExecution')
  })

  test.each([
    ['nothing', undefined],
    ['a page that is further away than an hour', { generation: 1, kind: 'escalation', dueAt: inMinutes(61) }],
    ['a survey', { generation: 1, kind: 'survey', dueAt: inMinutes(5) }],
    ['a resumption', { generation: 1, kind: 'resume', dueAt: inMinutes(30) }],
  ])('and %s is left to the sweeper', async (_, wake) => {
    aws.answer(started)
    expect(await consume(event(wake))).toEqual(none)
    expect(aws.take('StartExecution')).toEqual([])
  })
})
