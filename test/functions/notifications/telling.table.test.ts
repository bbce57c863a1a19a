import type { Context, SQSEvent } from 'aws-lambda'
import { beforeAll, expect, test } from 'vitest'
import type { Post } from '../../../functions/notifications/post.ts'
import { telling } from '../../../functions/notifications/telling.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'

const key = { pk: 'INC-000123', sk: 'E#000001' }
const told: { type: string; last?: boolean; post: Post }[] = []

beforeAll(async () => {
  const { name, client } = await createTable()
  await openTable(name, client).put({ Item: { ...key, type: 'incident.reported' } })
  Object.assign(process.env, {
    ...{ TABLE_NAME: name, AWS_ENDPOINT_URL_DYNAMODB: process.env.TABLE_ENDPOINT },
    ...{ AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    ...{ PORTAL_URL: 'https://portal.example.com/', ATTEMPTS: '3' },
    ...{ MAIL_FROM: 'desk@example.com', CONFIGURATION_SET: 'mail', ALLOWED_PRIVATE_HOSTS: '' },
  })
})

test('a consumer tells of the event as it is stored, knows the last try, and opens its post once', async () => {
  const handle = telling(async ({ type }, { last }, post) => told.push({ type, last, post }))
  const tried = (count: number) => ({
    ...{ messageId: '1', body: JSON.stringify(key) },
    attributes: { ApproximateReceiveCount: String(count) },
  })
  for (const count of [1, 3]) {
    const event = { Records: [tried(count)] } as SQSEvent
    expect(await handle(event, {} as Context)).toEqual({ batchItemFailures: [] })
  }
  const [first, second] = told
  expect(told).toMatchObject([{ type: 'incident.reported', last: false }, { last: true }])
  expect(first?.post.portalUrl).toBe('https://portal.example.com')
  expect(second?.post).toBe(first?.post)
})
