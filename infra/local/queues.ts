import { setTimeout as pause } from 'node:timers/promises'
import type { Mapping } from './app-model.ts'
import type { AwsJsonClient } from './aws-json.ts'
import type { InvocationResult } from './invocation.ts'
import { failedItems } from './partial-failures.ts'

interface Message {
  MessageId: string
  ReceiptHandle: string
  Body: string
  MD5OfBody: string
  Attributes?: Record<string, string>
  MessageAttributes?: Record<string, Record<string, unknown>>
}

export interface QueuePollerOptions {
  mapping: Mapping
  queueUrl: string
  region: string
  sqs: AwsJsonClient
  invoke: (name: string, event: unknown) => Promise<InvocationResult>
  log: (entry: object) => void
}

/** Short, so that a poll whose process was killed soon stops catching messages for nobody. */
const WAIT_SECONDS = 1
/** Batches of one queue at once; two cores gain nothing from more. */
const MOST_BATCHES = 2
const PAUSE_AFTER_ERROR = 500

function lowerFirst(attributes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`${name[0]?.toLowerCase()}${name.slice(1)}`, value]),
  )
}

export function recordOf(message: Message, sourceArn: string, region: string): object {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
    name,
    lowerFirst(value),
  ])
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: sourceArn,
    awsRegion: region,
  }
}

/**
 * A mapping from a queue to a function. What fails stays in the queue until its visibility ends,
 * and the queue's own redrive policy puts it aside after its tries.
 */
export class QueuePoller {
  readonly #options: QueuePollerOptions
  readonly #stopping = new AbortController()
  readonly #batches = new Set<Promise<void>>()

  constructor(options: QueuePollerOptions) {
    this.#options = options
  }

  async run(): Promise<void> {
    const most = Math.min(MOST_BATCHES, this.#options.mapping.concurrency)
    while (!this.#stopping.signal.aborted) {
      try {
        const messages = await this.#receive()
        if (messages.length === 0) continue
        const batch = this.#work(messages).finally(() => this.#batches.delete(batch))
        this.#batches.add(batch)
        if (this.#batches.size >= most) await Promise.race(this.#batches)
      } catch (error) {
        if (this.#stopping.signal.aborted) return
        this.#options.log({
          level: 'warn',
          message: 'queue',
          queue: this.#options.queueUrl,
          error: String(error),
        })
        await pause(PAUSE_AFTER_ERROR)
      }
    }
  }

  stop(): void {
    this.#stopping.abort()
  }

  async #receive(): Promise<Message[]> {
    const { sqs, queueUrl, mapping } = this.#options
    const { Messages = [] } = await sqs.call<{ Messages?: Message[] }>(
      'ReceiveMessage',
      {
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(10, mapping.batchSize),
        WaitTimeSeconds: WAIT_SECONDS,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      },
      this.#stopping.signal,
    )
    return Messages
  }

  async #work(messages: Message[]): Promise<void> {
    const { mapping, region, invoke, sqs, queueUrl, log } = this.#options
    try {
      const Records = messages.map((message) => recordOf(message, mapping.sourceArn, region))
      const result = await invoke(mapping.functionName, { Records })
      if (result.fault) return
      const failed = mapping.reportsItemFailures ? failedItems(result.payload) : new Set<string>()
      const done = messages.filter(({ MessageId }) => failed !== 'all' && !failed.has(MessageId))
      if (done.length === 0) return
      const Entries = done.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle }))
      await sqs.call('DeleteMessageBatch', { QueueUrl: queueUrl, Entries })
    } catch (error) {
      log({ level: 'warn', message: 'queue batch', queue: queueUrl, error: String(error) })
    }
  }
}

/** Messages that wait, are being worked or are put off. */
export async function depthOf(sqs: AwsJsonClient, queueUrl: string): Promise<number> {
  const { Attributes } = await sqs.call<{ Attributes: Record<string, string> }>('GetQueueAttributes', {
    QueueUrl: queueUrl,
    AttributeNames: ['All'],
  })
  const count = (name: string) => Number(Attributes[name] ?? 0)
  return (
    count('ApproximateNumberOfMessages') +
    count('ApproximateNumberOfMessagesNotVisible') +
    count('ApproximateNumberOfMessagesDelayed')
  )
}

export function queueUrlOf(endpoint: string, queueArn: string): string {
  const [account, name] = queueArn.split(':').slice(-2)
  return `${endpoint}/${account}/${name}`
}

interface Inspection {
  messages: { inflight: { receiptHandle: string }[] }
}

/**
 * Gives back what an earlier worker held when it was killed. AWS would wait until its visibility ends;
 * here nobody else takes from these queues, and minutes of real time would stand still.
 */
export async function returnInFlight(
  endpoint: string,
  name: string,
  queueUrl: string,
  sqs: AwsJsonClient,
): Promise<void> {
  const response = await fetch(`${endpoint}/_fauxqs/queues/${name}`)
  if (!response.ok) return
  const { messages } = (await response.json()) as Inspection
  for (const { receiptHandle } of messages.inflight) {
    const change = { QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: 0 }
    await sqs.call('ChangeMessageVisibility', change).catch(() => {})
  }
}
