import type { Context, SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { consumer } from '../../../functions/runtime/event.ts'
import { log } from '../../../functions/runtime/log.ts'
import { notFound, Refusal } from '../../../functions/runtime/refusal.ts'
import { busy, stale } from '../../../functions/runtime/stale.ts'
import { startAwsEndpoint } from '../../support/aws-endpoint.ts'

const conflict = new Refusal('conflict', { en: 'There are enough.', de: 'Es sind genug.' })

describe('a message', () => {
  test.each([
    ['comes again when others were at it', busy(), ['1']],
    ['comes again when somebody was faster', stale(), ['1']],
    ['comes again after a fault', new Error('away'), ['1']],
    ['is done when it asks for what is not possible', conflict, []],
    ['is done when it is about nothing', notFound(), []],
  ])('%s', async (_, error, again) => {
    log.setLogLevel('SILENT')
    const handler = consumer<string>(async (message) => {
      if (message === 'bad') throw error
    })
    const records = [
      { messageId: '1', body: '"bad"' },
      { messageId: '2', body: '"good"' },
    ]
    const answer = await handler({ Records: records } as SQSEvent, {} as Context)
    expect(answer).toEqual({ batchItemFailures: again.map((itemIdentifier) => ({ itemIdentifier })) })
  })

  test('keeps the answer 409 for the person who was in it', () => {
    expect(busy()).toMatchObject({ status: 409, code: 'conflict', name: 'Refusal' })
  })
})

describe('a message that failed', () => {
  let aws: Awaited<ReturnType<typeof startAwsEndpoint>>
  beforeAll(async () => {
    log.setLogLevel('SILENT')
    aws = await startAwsEndpoint()
    const queue = { QUEUE_URL: `${aws.endpoint}/1/pages`, VISIBILITY_SECONDS: '20' }
    for (const [name, value] of Object.entries({ ...aws.environment, ...queue })) vi.stubEnv(name, value)
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await aws.stop()
  })

  const failing = consumer<string>(async (message) => {
    if (message === 'bad') throw new Error('away')
  })
  const tried = (attempt: number, body = '"bad"') => {
    const record = { messageId: '1', receiptHandle: `try-${attempt}`, body }
    const attributes = { ApproximateReceiveCount: String(attempt) }
    return failing({ Records: [{ ...record, attributes }] } as SQSEvent, {} as Context)
  }
  const again = { batchItemFailures: [{ itemIdentifier: '1' }] }

  test.each([
    [1, [5]],
    [2, [10]],
    [3, []],
    [90, []],
    [5000, []],
  ])(
    'for the time no. %i comes again after %j s, and never later than by itself',
    async (attempt, pauses) => {
      expect(await tried(attempt)).toEqual(again)
      expect(aws.take('ChangeMessageVisibility')).toEqual(
        pauses.map((seconds) => ({
          QueueUrl: `${aws.endpoint}/1/pages`,
          ReceiptHandle: `try-${attempt}`,
          VisibilityTimeout: seconds,
        })),
      )
    },
  )

  test('comes again also when the queue does not let it be put off', async () => {
    aws.answer({ ChangeMessageVisibility: () => ({ error: 'InvalidParameterValue' }) })
    expect(await tried(1)).toEqual(again)
    expect(aws.take('ChangeMessageVisibility')).toHaveLength(1)
  })

  test('is told apart from one that did not', async () => {
    expect(await tried(1, '"good"')).toEqual({ batchItemFailures: [] })
    expect(aws.take('ChangeMessageVisibility')).toEqual([])
  })
})
