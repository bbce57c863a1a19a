import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { Entry } from '../incidents/timeline.ts'
import { log } from './log.ts'
import { putOff } from './put-off.ts'
import { Refusal } from './refusal.ts'
import { isOutrun } from './stale.ts'
import type { Table } from './table.ts'

/**
 * What the relay puts on a queue: where a committed event is, not what people wrote in it.
 * The same event may come twice and out of order.
 */
export type Announced = {
  /** The partition and place of the stored event: its identity. */
  pk: string
  sk: string
  type: string
  wake?: { generation: number; kind: string; dueAt: string }
}

/** A committed event: the entry, and whose it is. */
export type DomainEvent = Entry & Announced

/** When a message is worked, and the how manieth time it has come. */
type Moment = { now: string; attempt: number }

type Handle<Message> = (message: Message, moment: Moment) => Promise<void>

/**
 * A consumer of a queue. What it refuses is logged and done; a fault goes back to the queue, is tried again after a pause
 * that grows and ends in the dead-letter queue, and so does what others were faster at. The rest of the batch is not
 * touched by it.
 */
export function consumer<Message>(handle: Handle<Message>) {
  return middy<SQSEvent, SQSBatchResponse>().handler(async (event) => {
    const failures = await Promise.all(event.Records.map((record) => outcome(record, handle)))
    return { batchItemFailures: failures.flat() }
  })
}

async function outcome<Message>(record: SQSRecord, handle: Handle<Message>) {
  const attempt = Number(record.attributes?.ApproximateReceiveCount ?? 1)
  try {
    await handle(JSON.parse(record.body) as Message, { now: new Date().toISOString(), attempt })
    return []
  } catch (error) {
    if (error instanceof Refusal && !isOutrun(error)) {
      log.warn('refused', { messageId: record.messageId, code: error.code })
      return []
    }
    log.error('fault', { messageId: record.messageId, error: error as Error })
    await putOff(record.receiptHandle, attempt).catch((reason: Error) =>
      log.warn('not put off', { messageId: record.messageId, error: reason }),
    )
    return [{ itemIdentifier: record.messageId }]
  }
}

/** A consumer of committed events: each is read from the table, so that queues hold no personal data. */
export const eventConsumer = <Event = DomainEvent>(open: () => Pick<Table, 'get'>, handle: Handle<Event>) =>
  consumer<Announced>(async ({ pk, sk }, moment) => {
    const item = await open().get({ pk, sk })
    if (!item) throw new Error(`The event ${pk} ${sk} is announced, but not in the table.`)
    await handle(item as Event, moment)
  })
