import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { log } from '../runtime/log.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { countReceived } from './count-received.ts'
import type { Received } from './received.ts'
import { openRecent } from './recent.ts'
import { takeAlerts } from './take-alerts.ts'

let services: Services | undefined
/** Some ten megabytes at most. */
const recent = openRecent(50_000)

/**
 * Works a batch as one, so that what repeats costs one read and what belongs together one write. When that fails, each
 * message is worked by itself, and only those that fail come again: what was stored already then changes nothing.
 */
export const handler = middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
  services ??= openServices()
  const open = services
  try {
    await work(Records, open)
    return { batchItemFailures: [] }
  } catch (error) {
    log.error('fault', { messages: Records.length, error: error as Error })
  }
  const failed: string[] = []
  for (const record of Records)
    await work([record], open).catch((error: Error) => {
      log.error('fault', { messageId: record.messageId, error })
      failed.push(record.messageId)
    })
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
})

async function work(records: readonly SQSRecord[], open: Services): Promise<void> {
  const received = records.map(({ body }) => JSON.parse(body) as Received)
  await takeAlerts(
    received.flatMap(({ occurrences }) => occurrences),
    () => new Date().toISOString(),
    open,
    recent,
  )
  await countReceived(received, new Date().toISOString(), open)
}
