import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { log } from '../../../functions/runtime/log.ts'
import { startAwsEndpoint, takesAll } from '../../support/aws-endpoint.ts'

type Batch = { QueueUrl: string; Entries: { Id: string; MessageBody: string }[] }
let aws: Awaited<ReturnType<typeof startAwsEndpoint>>
let relay: (records: DynamoDBRecord[]) => Promise<unknown>

beforeAll(async () => {
  log.setLogLevel('SILENT')
  aws = await startAwsEndpoint()
  const queue = (name: string) => `${aws.endpoint}/000000000000/${name}`
  const routes = [
    { queueUrl: queue('timer-set'), types: ['incident.*', 'escalation.*'] },
    { queueUrl: queue('pages'), types: ['escalation.step'], history: ['incident.imported'] },
  ]
  Object.assign(process.env, aws.environment, { ROUTES: JSON.stringify(routes) })
  const { handler } = await import('../../../functions/runtime/relay.task.ts')
  relay = (Records) => handler({ Records }, { getRemainingTimeInMillis: () => 10_000 } as never)
})
afterAll(() => aws.stop())

const record = (n: number, type: string, quiet?: true): DynamoDBRecord => ({
  dynamodb: {
    SequenceNumber: String(n),
    NewImage: marshall({
      pk: 'INC-000001',
      sk: `E#${n}`,
      type,
      text: 'secret words',
      wake: { generation: n },
      ...(quiet && { quiet }),
    }) as never,
  },
})
const sent = () =>
  (aws.take('SendMessageBatch') as Batch[])
    .map(({ QueueUrl, Entries }) => [
      QueueUrl.split('/').at(-1),
      Entries.map(({ MessageBody }) => JSON.parse(MessageBody)),
    ])
    .sort(([a], [b]) => (String(a) < String(b) ? 1 : String(a) > String(b) ? -1 : 0))

describe('the relay', () => {
  test('copies an event to every queue that asked for its type, without the words in it', async () => {
    aws.answer({ SendMessageBatch: takesAll })
    expect(
      await relay([record(1, 'incident.reported'), record(2, 'escalation.step'), record(3, 'other.thing')]),
    ).toEqual({
      batchItemFailures: [],
    })
    const [first, second] = [1, 2].map((n) => ({ pk: 'INC-000001', sk: `E#${n}`, wake: { generation: n } }))
    expect(sent()).toEqual([
      [
        'timer-set',
        [
          { ...first, type: 'incident.reported' },
          { ...second, type: 'escalation.step' },
        ],
      ],
      ['pages', [{ ...second, type: 'escalation.step' }]],
    ])
  })

  test('sends no more than ten at a time, in order', async () => {
    aws.answer({ SendMessageBatch: takesAll })
    await relay(Array.from({ length: 23 }, (_, n) => record(n, 'incident.moved')))
    const batches = sent().map(([, bodies]) => (bodies as { sk: string }[]).map(({ sk }) => sk))
    expect(batches.map(({ length }) => length)).toEqual([10, 10, 3])
    expect(batches.flat()).toEqual(Array.from({ length: 23 }, (_, n) => `E#${n}`))
  })

  test('names the first record that a queue did not take, so that the stream comes again from there', async () => {
    const refuses = [
      { Id: '2', Code: 'x', SenderFault: false },
      { Id: '1', Code: 'x', SenderFault: false },
    ]
    aws.answer({ SendMessageBatch: () => ({ Successful: [], Failed: refuses }) })
    expect(await relay([1, 2, 3].map((n) => record(n, 'incident.moved')))).toEqual({
      batchItemFailures: [{ itemIdentifier: '2' }],
    })
    sent()
  })

  test('gives every queue its events although one of them refuses some', async () => {
    aws.answer({
      SendMessageBatch: (call) => {
        const isFull = String(call.body.QueueUrl).endsWith('timer-set')
        return isFull
          ? { Successful: [], Failed: [{ Id: '5', Code: 'x', SenderFault: false }] }
          : takesAll(call)
      },
    })
    const answer = await relay(Array.from({ length: 8 }, (_, n) => record(n, 'escalation.step')))
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '5' }] })
    expect(sent().map(([queue, bodies]) => [queue, (bodies as unknown[]).length])).toEqual([
      ['timer-set', 8],
      ['pages', 8],
    ])
  })

  test('copies what was imported only where history is asked for', async () => {
    aws.answer({ SendMessageBatch: takesAll })
    await relay([
      record(1, 'incident.reported', true),
      record(2, 'escalation.step', true),
      record(3, 'incident.imported', true),
      record(4, 'incident.reported'),
    ])
    expect(
      sent().map(([queue, bodies]) => [queue, (bodies as { sk: string }[]).map(({ sk }) => sk)]),
    ).toEqual([
      ['timer-set', ['E#4']],
      ['pages', ['E#3']],
    ])
  })

  test('has nothing to do with what was removed', async () => {
    expect(await relay([{ dynamodb: { SequenceNumber: '1' } }])).toEqual({ batchItemFailures: [] })
    expect(sent()).toEqual([])
  })
})
