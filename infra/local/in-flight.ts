import { setTimeout as pause } from 'node:timers/promises'
import type { AwsJsonClient } from './aws-json.ts'

export interface WorkedQueue {
  /** Where fauxqs shows what is in its queues. */
  endpoint: string
  name: string
  queueUrl: string
  sqs: AwsJsonClient
  /** Whether the message is in the hands of somebody who is alive. */
  isHeld: (receiptHandle: string) => boolean
}

/** Seconds until a message can be received again. Given back at once, with 0, fauxqs 2.4.1 answers 500 and loses it. */
const SOONEST = 1
/** What is on its way to its receiver is held a moment later. */
const SECOND_LOOK_MS = 100

/**
 * Gives back what an earlier worker held when it was killed. AWS would wait until its visibility ends;
 * here nobody else takes from these queues, and minutes of real time would stand still.
 */
export async function returnInFlight({ endpoint, name, queueUrl, sqs, isHeld }: WorkedQueue): Promise<void> {
  const response = await fetch(`${endpoint}/_fauxqs/queues/${name}`)
  if (!response.ok) return
  const { messages } = (await response.json()) as {
    messages: { inflight: { receiptHandle: string }[] }
  }
  const stranded = messages.inflight.filter(({ receiptHandle }) => !isHeld(receiptHandle))
  if (stranded.length === 0) return
  await pause(SECOND_LOOK_MS)
  for (const { receiptHandle } of stranded.filter((one) => !isHeld(one.receiptHandle))) {
    const change = { QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: SOONEST }
    await sqs.call('ChangeMessageVisibility', change).catch(() => {})
  }
}
