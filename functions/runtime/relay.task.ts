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
 * In order; the first record that cannot be passed on stops the batch, and the stream comes again from there.
 */
export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }) => {
  sqs ??= new SQSClient({})
  routes ??= JSON.parse(setting('ROUTES')) as Route[]
  const copies = Records.flatMap((record) => copiesOf(record, routes ?? []))
  for (const queueUrl of new Set(copies.map((copy) => copy.queueUrl))) {
    const mine = copies.filter((copy) => copy.queueUrl === queueUrl)
    for (let start = 0; start < mine.length; start += largestBatch) {
      const failed = await send(sqs, queueUrl, mine.slice(start, start + largestBatch))
      if (failed) return { batchItemFailures: [{ itemIdentifier: failed.sequenceNumber }] }
    }
  }
  return { batchItemFailures: [] }
})

type Copy = { queueUrl: string; sequenceNumber: string; body: string }

function copiesOf({ dynamodb }: DynamoDBRecord, routes: readonly Route[]): Copy[] {
  if (!dynamodb?.NewImage) return []
  const { pk, sk, type, wake } = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>)
  return queuesFor(routes, String(type)).map((queueUrl) => ({
    queueUrl,
    sequenceNumber: dynamodb.SequenceNumber ?? '',
    body: JSON.stringify({ pk, sk, type, wake } satisfies Announced),
  }))
}

async function send(client: SQSClient, queueUrl: string, copies: Copy[]): Promise<Copy | undefined> {
  const { Failed = [] } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: copies.map(({ body }, index) => ({ Id: String(index), MessageBody: body })),
    }),
  )
  if (Failed.length > 0) log.error('relay could not pass on events', { queueUrl, failed: Failed.length })
  return Failed.length > 0 ? copies[Math.min(...Failed.map(({ Id }) => Number(Id)))] : undefined
}
