import { describe, expect, test } from 'vitest'
import type { Mapping } from '../../infra/local/app-model.ts'
import type { InvocationResult } from '../../infra/local/invocation.ts'
import { type StreamRecord, streamConsumer } from '../../infra/local/stream-consumer.ts'

const mapping: Mapping = {
  functionName: 'runtime-relay',
  sourceArn: 'arn',
  batchSize: 3,
  reportsItemFailures: true,
  filters: [{ eventName: ['INSERT'] }],
  concurrency: 1,
  maximumRetries: -1,
}
const record = (number: number, eventName = 'INSERT'): StreamRecord => ({
  eventName,
  dynamodb: { SequenceNumber: String(number) },
})

async function deliver(records: StreamRecord[], answers: InvocationResult[], changes: Partial<Mapping> = {}) {
  const batches: string[][] = []
  const saved: string[] = []
  const consumer = streamConsumer(
    { ...mapping, ...changes },
    async (_name, event) => {
      const { Records } = event as { Records: StreamRecord[] }
      batches.push(Records.map(({ dynamodb }) => dynamodb.SequenceNumber))
      return answers.shift() ?? { payload: { batchItemFailures: [] } }
    },
    () => {},
  )
  await consumer.deliver(
    records,
    'arn',
    (sequence) => saved.push(sequence),
    () => false,
  )
  return { batches, saved }
}

const failing = (...items: string[]): InvocationResult => ({
  payload: { batchItemFailures: items.map((itemIdentifier) => ({ itemIdentifier })) },
})

describe('streamConsumer', () => {
  test('hands on in batches what the filter takes, and saves how far it got', async () => {
    const { batches, saved } = await deliver(
      [1, 2, 3, 4].map((n) => record(n)).concat(record(5, 'MODIFY')),
      [],
    )
    expect(batches).toEqual([['1', '2', '3'], ['4']])
    expect(saved).toEqual(['3', '4', '5'])
  })

  test('goes on from the first record that failed', async () => {
    const { batches, saved } = await deliver(
      [1, 2, 3].map((n) => record(n)),
      [failing('3', '2')],
    )
    expect(batches).toEqual([['1', '2', '3'], ['2'], ['3']])
    expect(saved[0]).toBe('1')
  })

  test('halves a batch that fails as a whole, and holds back what follows', async () => {
    const fault = { errorType: 'Error', errorMessage: 'no' }
    const { batches } = await deliver(
      [1, 2, 3].map((n) => record(n)),
      [{ fault }, { fault }],
    )
    expect(batches).toEqual([['1', '2', '3'], ['1'], ['1'], ['2', '3']])
  })

  test('reads an identifier that is empty as a failure of the whole batch', async () => {
    const { batches } = await deliver([record(1)], [failing('')])
    expect(batches).toEqual([['1'], ['1']])
  })

  test('gives up after the retries that the mapping allows', async () => {
    const fault = { errorType: 'Error', errorMessage: 'no' }
    const { batches } = await deliver([record(1)], [{ fault }, { fault }, { fault }], { maximumRetries: 1 })
    expect(batches).toEqual([['1'], ['1']])
  })
})
