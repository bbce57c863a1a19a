import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { stageStackOf } from '../stacks/stage-stack.ts'
import type { QueueName } from '../stages.ts'
import type { Alarms } from './alarms.ts'
import { QueueTransport } from './queue-transport.ts'
import type { Relay } from './relay.ts'
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts'

export interface ConsumerProps {
  queue: QueueName
  /** The function that works the queue: one of its own, or one that is there for something else too. */
  worker: ServiceFunctionProps | ServiceFunction
  /** The events that the relay copies to the queue, and those also of imported history; else something else fills it. */
  subscribes?: { relay: Relay; to: readonly string[]; history?: readonly string[] }
  /** A topic whose messages fill the queue, each as it was published. */
  hears?: ITopic
  alarms: Alarms
  /** What people miss while the queue is not worked, as a sentence. */
  impact: string
  /** How old the oldest message may grow before somebody is told. */
  lateAfterMinutes: number
  /** Tries before a message is put aside. The pauses between them double, up to the time that it is out of sight. */
  attempts?: number
  /** How long a message that was taken is out of sight: six times the worker's timeout, and never less than once. */
  visibilitySeconds?: number
  batchSize?: number
  /** How long a batch is waited for to fill; a batch of more than ten needs it. */
  batchWindowSeconds?: number
}

/** A queue, what is put aside from it, and the one function that works it, in a lane of its own width. */
export class Consumer extends Construct {
  readonly queue: Queue
  readonly fn: ServiceFunction
  private readonly attempts: number

  constructor(scope: Construct, id: string, props: ConsumerProps) {
    super(scope, id)
    const { queue: name, worker, subscribes, hears, alarms, impact, attempts = 12, batchSize = 5 } = props
    const { prefix, settings } = stageStackOf(this)
    this.attempts = attempts
    this.fn = worker instanceof ServiceFunction ? worker : new ServiceFunction(this, 'Worker', worker)
    const visibilitySeconds = props.visibilitySeconds ?? this.fn.timeoutSeconds * 6
    if (visibilitySeconds < this.fn.timeoutSeconds) {
      throw new Error(
        `A message of ${name} would be worked a second time while its worker may still be at it.`,
      )
    }

    const failed = new Queue(this, 'Failed', {
      queueName: `${prefix}-${name}-failed`,
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
    })
    this.queue = new Queue(this, 'Queue', {
      queueName: `${prefix}-${name}`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: hears !== undefined,
      visibilityTimeout: Duration.seconds(visibilitySeconds),
      deadLetterQueue: { queue: failed, maxReceiveCount: attempts },
    })
    QueueTransport.of(this).secure(failed, ...(hears ? [] : [this.queue]))
    hears?.addSubscription(new SqsSubscription(this.queue, { rawMessageDelivery: true }))
    this.fn.allow(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
      [this.queue.queueArn],
    )
    this.fn.set('QUEUE_URL', this.queue.queueUrl).set('VISIBILITY_SECONDS', String(visibilitySeconds))
    new EventSourceMapping(this, 'Mapping', {
      target: this.fn.lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      ...(props.batchWindowSeconds && { maxBatchingWindow: Duration.seconds(props.batchWindowSeconds) }),
      reportBatchItemFailures: true,
      maxConcurrency: settings.concurrency[name],
    })
    subscribes?.relay.copies(subscribes.to, this.queue, subscribes.history)

    const minute = { period: Duration.minutes(1), statistic: 'Maximum' }
    alarms.raise({
      name: `queue-${name}-failed`,
      anchor: 'alarm-dead-letters',
      impact: `${impact} Messages of ${name} were given up and wait to be sent again.`,
      metric: failed.metricApproximateNumberOfMessagesVisible(minute),
      above: 0,
    })
    alarms.raise({
      name: `queue-${name}-late`,
      anchor: 'alarm-queue-late',
      impact: `${impact} The oldest message of ${name} has waited over ${props.lateAfterMinutes} min.`,
      metric: this.queue.metricApproximateAgeOfOldestMessage(minute),
      above: props.lateAfterMinutes * 60,
      periods: 2,
    })
  }

  /** Lets the worker know its last try, after which it says of what it could not send that it is given up. */
  knowsLastTry(): this {
    this.fn.set('ATTEMPTS', String(this.attempts))
    return this
  }
}
