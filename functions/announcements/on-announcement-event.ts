import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { openPeople } from '../people/store.ts'
import { setting } from '../runtime/config.ts'
import { consumer } from '../runtime/event.ts'
import { openTable } from '../runtime/table.ts'
import type { Word } from './announcement.ts'
import { type Chunk, openDeliveries } from './delivery-store.ts'
import { fanOut } from './fan-out.ts'
import { openAnnouncements } from './store.ts'

const largestBatch = 10

let opened: ReturnType<typeof open> | undefined

function open() {
  const table = openTable(setting('TABLE_NAME'))
  const sqs = new SQSClient({})
  return {
    announcements: openAnnouncements(table),
    people: openPeople(table),
    deliveries: openDeliveries(table),
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

/** Every word of an announcement goes to its whole audience by mail, cut into chunks. */
export const handler = consumer<Word>(async (word) => {
  opened ??= open()
  await fanOut(word, opened)
})
