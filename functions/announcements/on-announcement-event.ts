import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { setting } from '../runtime/config.ts'
import { eventConsumer } from '../runtime/event.ts'
import { openServices } from '../runtime/services.ts'
import type { Word } from './announcement.ts'
import type { Chunk } from './delivery-store.ts'
import { fanOut } from './fan-out.ts'
import type { Turned } from './wake.ts'

const largestBatch = 10

let opened: ReturnType<typeof create> | undefined

function create() {
  const { table, announcements, people } = openServices()
  const sqs = new SQSClient({})
  return {
    table,
    announcements,
    people,
    deliveries: announcements.deliveries,
    async enqueue(chunks: Chunk[]) {
      for (let start = 0; start < chunks.length; start += largestBatch) {
        const { Failed = [] } = await sqs.send(
          new SendMessageBatchCommand({
            QueueUrl: setting('CHUNK_QUEUE_URL'),
            Entries: chunks
              .slice(start, start + largestBatch)
              .map((chunk, index) => ({ Id: String(index), MessageBody: JSON.stringify(chunk) })),
          }),
        )
        if (Failed.length > 0) throw new Error(`The queue did not take ${Failed.length} chunks.`)
      }
    },
  }
}

function open() {
  opened ??= create()
  return opened
}

/** Every word of an announcement goes to its whole audience by mail, cut into chunks. */
export const handler = eventConsumer<Word | Turned>(
  () => open().table,
  (happened) => fanOut(happened, open()),
)
