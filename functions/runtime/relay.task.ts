import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import middy from '@middy/core'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { setting } from './config.ts'
import type { Announced } from './event.ts'
import { log } from './log.ts'
import { queuesFor, type Route } from './routes.ts'

const largestBatch = 10

let sqs: SQSClient | undefined
let routes: Route[] | undefined

/**
 * The one reader of the stream: copies each committed event to the queue of every consumer that asked for its type.
 * Every queue is served before anything is called failed; then the stream comes again from the earliest record
 * that some queue did not take, and the others get theirs once more, which consumers are made for.
 */
export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }) => {
  sqs ??= new SQSClient({})
  routes ??= JSON.parse(setting('ROUTES')) as Route[]
  const client = sqs
  const copies = Records.flatMap((record, place) => copiesOf(record, place, routes ?? []))
  const perQueue = Map.groupBy(copies, ({ queueUrl }) => queueUrl)
  const failed = await Promise.all([...perQueue.values()].map((mine) => sendAll(client, mine)))
  const [earliest] = failed.flat().sort((a, b) => a.place - b.place)
  return { batchItemFailures: earliest ? [{ itemIdentifier: earliest.sequenceNumber }] : [] }
})

/** `place` is that of its record in the batch of the stream. */
type Copy = { queueUrl: string; place: number; sequenceNumber: string; body: string }

function copiesOf({ dynamodb }: DynamoDBRecord, place: number, routes: readonly Route[]): Copy[] {
  if (!dynamodb?.NewImage) return []
  const { pk, sk, type, wake, quiet } = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>)
  return queuesFor(routes, { type: String(type), isQuiet: quiet === true }).map((queueUrl) => ({
    queueUrl,
    place,
    sequenceNumber: dynamodb.SequenceNumber ?? '',
    body: JSON.stringify({ pk, sk, type, wake } satisfies Announced),
  }))
}

async function sendAll(client: SQSClient, mine: readonly Copy[]): Promise<Copy[]> {
  const failed: Copy[] = []
  for (let start = 0; start < mine.length; start += largestBatch) {
    failed.push(...(await send(client, mine.slice(start, start + largestBatch))))
  }
  return failed
}

/** The copies that a queue did not take; all of them when it cannot be reached. */
async function send(client: SQSClient, batch: Copy[]): Promise<Copy[]> {
  const QueueUrl = batch[0]?.queueUrl
  try {
    const { Failed = [] } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: batch.map(({ body }, index) => ({ Id: String(index), MessageBody: body })),
      }),
    )
    if (Failed.length > 0) log.error('relay could not pass on events', { QueueUrl, failed: Failed.length })
    return Failed.flatMap(({ Id }) => batch[Number(Id)] ?? [])
  } catch (error) {
    log.error('relay could not reach a queue', { QueueUrl, error: error as Error })
    return batch
  }
}
