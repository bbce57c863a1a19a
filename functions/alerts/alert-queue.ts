import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { setting } from '../runtime/config.ts'
import { messageOf, type Received } from './received.ts'

/** What takes alerts off a source's hands; tests put one of their own in its place. */
export type AlertQueue = { put(message: Received): Promise<void> }

/** The queue of what sources say. The client is opened with the first message. */
export function openAlertQueue(): AlertQueue {
  let client: SQSClient | undefined
  return {
    async put(message) {
      client ??= new SQSClient({})
      await client.send(
        new SendMessageCommand({
          QueueUrl: setting('ALERTS_QUEUE_URL'),
          MessageBody: messageOf(message),
        }),
      )
    },
  }
}
