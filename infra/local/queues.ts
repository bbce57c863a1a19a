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
export const WAIT_SECONDS = 1
/** Batches of one queue at once, and no more than the template allows; two cores gain nothing from more. */
export const MOST_BATCHES = 3
/** What SQS hands out, and takes, at once. */
const MOST_MESSAGES = 10
const PAUSE_AFTER_ERROR = 500
/** The longest pause before a message that failed comes again, seconds. */
const LONGEST_PAUSE = 60

/**
 * Seconds until a message that failed comes again: 2, 4, 8 and so on. On AWS the consumer puts it off for longer;
 * here people wait for it, and an advancing clock stands still.
 */
const pauseAfter = ({ Attributes }: Message) =>
  Math.min(LONGEST_PAUSE, 2 ** Number(Attributes?.ApproximateReceiveCount ?? 1))

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
 * A mapping from a queue to a function. What fails stays in the queue, comes again after a pause that grows,
 * and the queue's own redrive policy puts it aside after its tries.
 */
export class QueuePoller {
  readonly #options: QueuePollerOptions
  readonly #stopping = new AbortController()
  readonly #batches = new Set<Promise<void>>()
  readonly #received = new Set<string>()

  constructor(options: QueuePollerOptions) {
    this.#options = options
  }

  async run(): Promise<void> {
    const { batchSize, concurrency } = this.#options.mapping
    const most = Math.min(MOST_BATCHES, concurrency)
    while (!this.#stopping.signal.aborted) {
      try {
        const messages = await this.#receive(most - this.#batches.size)
        for (let first = 0; first < messages.length; first += batchSize) {
          const batch = this.#work(messages.slice(first, first + batchSize)).finally(() =>
            this.#batches.delete(batch),
          )
          this.#batches.add(batch)
        }
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

  /** Whether this poller received the message, and has not deleted it. */
  holds(receiptHandle: string): boolean {
    return this.#received.has(receiptHandle)
  }

  stop(): void {
    this.#stopping.abort()
  }

  /**
   * As much as that many batches hold, so that nothing waits here out of sight. SQS hands out ten at once: as long as
   * they come in tens there may be more, and a large batch is filled without waiting for any.
   */
  async #receive(batches: number): Promise<Message[]> {
    const wanted = this.#options.mapping.batchSize * batches
    const found = await this.#receiveOnce(wanted, WAIT_SECONDS)
    let last = found.length
    while (last === MOST_MESSAGES && found.length < wanted) {
      const more = await this.#receiveOnce(wanted - found.length, 0)
      found.push(...more)
      last = more.length
    }
    return found
  }

  async #receiveOnce(most: number, waitSeconds: number): Promise<Message[]> {
    const { sqs, queueUrl } = this.#options
    const { Messages = [] } = await sqs.call<{ Messages?: Message[] }>(
      'ReceiveMessage',
      {
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(MOST_MESSAGES, most),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      },
      this.#stopping.signal,
    )
    for (const { ReceiptHandle } of Messages) this.#received.add(ReceiptHandle)
    return Messages
  }

  async #work(messages: Message[]): Promise<void> {
    const { mapping, region, invoke, queueUrl, log } = this.#options
    try {
      const Records = messages.map((message) => recordOf(message, mapping.sourceArn, region))
      const { fault, payload } = await invoke(mapping.functionName, { Records })
      const reported = mapping.reportsItemFailures ? failedItems(payload) : new Set<string>()
      const failed = fault ? 'all' : reported
      const isDone = ({ MessageId }: Message) => failed !== 'all' && !failed.has(MessageId)
      await this.#delete(messages.filter(isDone))
      await this.#putOff(messages.filter((message) => !isDone(message)))
    } catch (error) {
      log({ level: 'warn', message: 'queue batch', queue: queueUrl, error: String(error) })
    }
  }

  async #delete(done: Message[]): Promise<void> {
    const { sqs, queueUrl } = this.#options
    for (let first = 0; first < done.length; first += MOST_MESSAGES) {
      const some = done.slice(first, first + MOST_MESSAGES)
      const Entries = some.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle }))
      await sqs.call('DeleteMessageBatch', { QueueUrl: queueUrl, Entries })
      for (const { ReceiptHandle } of some) this.#received.delete(ReceiptHandle)
    }
  }

  async #putOff(failed: Message[]): Promise<void> {
    const { sqs, queueUrl } = this.#options
    for (const message of failed) {
      await sqs.call('ChangeMessageVisibility', {
        QueueUrl: queueUrl,
        ReceiptHandle: message.ReceiptHandle,
        VisibilityTimeout: pauseAfter(message),
      })
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
