import type { Context, SQSEvent } from 'aws-lambda'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTable, type Table } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'

const key = { pk: 'INC-000123', sk: 'S#E000001#reported#riley#mail' }
const sendKey = 'INC-000123/S:E000001:reported:riley:mail'
const delivered = {
  eventType: 'Delivery',
  mail: { timestamp: '2026-11-23T09:00:00.000Z', headers: [{ name: 'X-Evenkeel-Send', value: sendKey }] },
  delivery: { timestamp: '2026-11-23T09:00:05.000Z' },
}

let table: Table
let handle: (bodies: string[]) => Promise<unknown>

beforeAll(async () => {
  const { name, client } = await createTable()
  table = openTable(name, client)
  Object.assign(process.env, {
    TABLE_NAME: name,
    AWS_ENDPOINT_URL_DYNAMODB: process.env.TABLE_ENDPOINT,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  })
  const { handler } = await import('../../../functions/notifications/on-delivery-event.ts')
  handle = (bodies) =>
    handler(
      { Records: bodies.map((body, index) => ({ messageId: String(index), body })) } as SQSEvent,
      {} as Context,
    )
})

describe('events of the mail service', () => {
  test('mark the send, pass over the sentence that SES greets with, and give back what they cannot read', async () => {
    await table.put({ Item: { ...key, sendKey, status: 'sent', at: '2026-11-23T09:00:00.000Z' } })
    const greeting = 'Successfully validated SNS topic for Amazon SES event publishing.'
    expect(await handle([greeting, JSON.stringify(delivered), '{ broken'])).toEqual({
      batchItemFailures: [{ itemIdentifier: '2' }],
    })
    expect(await table.get(key)).toMatchObject({ status: 'delivered', at: '2026-11-23T09:00:05.000Z' })
  })

  test('do nothing the second time', async () => {
    expect(await handle([JSON.stringify(delivered)])).toEqual({ batchItemFailures: [] })
    expect(await table.get(key)).toMatchObject({ status: 'delivered' })
  })
})
