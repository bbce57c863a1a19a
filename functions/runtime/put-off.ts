import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs'
import { setting } from './config.ts'

/** Seconds. */
const firstPause = 5

/** Once and briefly: whoever cannot be put off comes again all the same, when the queue shows them again. */
const client = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 1000, throwOnRequestTimeout: true },
}

let sqs: SQSClient | undefined

/**
 * Brings a message that failed again after a pause that doubles with each try, until that is no sooner than its queue
 * brings it by itself.
 * @param attempt the how manieth try it was, from 1
 */
export async function putOff(receiptHandle: string, attempt: number): Promise<void> {
  const pause = firstPause * 2 ** (attempt - 1)
  if (pause >= Number(setting('VISIBILITY_SECONDS'))) return
  sqs ??= new SQSClient(client)
  await sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: setting('QUEUE_URL'),
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: pause,
    }),
  )
}
