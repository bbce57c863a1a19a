import { describe, expect, test } from 'vitest'
import type { Mapping } from '../../infra/local/app-model.ts'
import type { AwsJsonClient } from '../../infra/local/aws-json.ts'
import type { InvocationResult } from '../../infra/local/invocation.ts'
import { depthOf, QueuePoller, queueUrlOf, recordOf } from '../../infra/local/queues.ts'

const sourceArn = 'arn:aws:sqs:eu-central-1:000000000000:pages'
const mapping: Mapping = {
  functionName: 'page',
  sourceArn,
  batchSize: 5,
  reportsItemFailures: true,
  filters: [],
  concurrency: 2,
  maximumRetries: -1,
}
const message = (id: string, tries = 1) => ({
  MessageId: id,
  ReceiptHandle: `r-${id}`,
  Body: '{}',
  MD5OfBody: 'm',
  Attributes: { ApproximateReceiveCount: String(tries) },
})

const deletedOf = async (ids: string[], result: InvocationResult, changes: Partial<Mapping> = {}) =>
  (
    await workedOf(
      ids.map((id) => message(id)),
      result,
      changes,
    )
  ).deleted

/** Works one batch from a queue of these messages and answers which were deleted, and which put off for how long. */
async function workedOf(
  messages: ReturnType<typeof message>[],
  result: InvocationResult,
  changes: Partial<Mapping> = {},
) {
  const deleted: string[] = []
  const putOff: Record<string, number> = {}
  const worked = Promise.withResolvers<void>()
  let isFirst = true
  const sqs: AwsJsonClient = {
    async call<Answer>(operation: string, body: unknown) {
      if (operation === 'DeleteMessageBatch') {
        deleted.push(...(body as { Entries: { Id: string }[] }).Entries.map(({ Id }) => Id))
        return {} as Answer
      }
      if (operation === 'ChangeMessageVisibility') {
        const { ReceiptHandle, VisibilityTimeout } = body as {
          ReceiptHandle: string
          VisibilityTimeout: number
        }
        putOff[ReceiptHandle] = VisibilityTimeout
        return {} as Answer
      }
      if (!isFirst) {
        await worked.promise
        poller.stop()
        return {} as Answer
      }
      isFirst = false
      return { Messages: messages } as Answer
    },
  }
  const poller = new QueuePoller({
    mapping: { ...mapping, ...changes },
    queueUrl: 'http://127.0.0.1:3006/000000000000/pages',
    region: 'eu-central-1',
    sqs,
    invoke: async () => {
      setImmediate(() => worked.resolve())
      return result
    },
    log: () => {},
  })
  await poller.run()
  return { deleted, putOff }
}

describe('a mapping from a queue', () => {
  test('deletes what was worked', async () => {
    expect(await deletedOf(['a', 'b'], { payload: { batchItemFailures: [] } })).toEqual(['a', 'b'])
    expect(await deletedOf(['a'], { payload: null })).toEqual(['a'])
  })

  test('leaves what is reported as failed', async () => {
    const payload = { batchItemFailures: [{ itemIdentifier: 'b' }] }
    expect(await deletedOf(['a', 'b', 'c'], { payload })).toEqual(['a', 'c'])
  })

  test('leaves everything after a fault or an answer that cannot be read', async () => {
    expect(await deletedOf(['a'], { fault: { errorType: 'Error', errorMessage: 'no' } })).toEqual([])
    expect(await deletedOf(['a', 'b'], { payload: { batchItemFailures: [{}] } })).toEqual([])
  })

  test('brings what failed again after a pause that grows with its tries, up to a minute', async () => {
    const payload = { batchItemFailures: [{ itemIdentifier: 'b' }, { itemIdentifier: 'c' }] }
    const messages = [message('a'), message('b', 1), message('c', 9)]
    expect((await workedOf(messages, { payload })).putOff).toEqual({ 'r-b': 2, 'r-c': 60 })
    const fault = { errorType: 'Error', errorMessage: 'no' }
    expect((await workedOf([message('a', 3)], { fault })).putOff).toEqual({ 'r-a': 8 })
  })

  test('does not read failures when the mapping does not ask for them', async () => {
    const payload = { batchItemFailures: [{ itemIdentifier: 'a' }] }
    expect(await deletedOf(['a'], { payload }, { reportsItemFailures: false })).toEqual(['a'])
  })
})

test('a record carries what Lambda gives', () => {
  const attributes = { kind: { StringValue: 'x', DataType: 'String' } }
  const record = recordOf({ ...message('a'), MessageAttributes: attributes }, sourceArn, 'eu-central-1')
  expect(record).toMatchObject({
    messageId: 'a',
    receiptHandle: 'r-a',
    messageAttributes: { kind: { stringValue: 'x', dataType: 'String' } },
    eventSource: 'aws:sqs',
    eventSourceARN: sourceArn,
  })
})

test('the depth of a queue counts what waits, is worked and is put off', async () => {
  const Attributes = {
    ApproximateNumberOfMessages: '1',
    ApproximateNumberOfMessagesNotVisible: '2',
    ApproximateNumberOfMessagesDelayed: '4',
  }
  const sqs: AwsJsonClient = { call: async <Answer>() => ({ Attributes }) as Answer }
  expect(await depthOf(sqs, queueUrlOf('http://127.0.0.1:3006', sourceArn))).toBe(7)
})
