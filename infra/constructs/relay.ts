import { Duration, Lazy, Stack } from 'aws-cdk-lib'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { Alarms } from './alarms.ts'
import type { IncidentTable } from './incident-table.ts'
import { ServiceFunction } from './service-function.ts'

export interface RelayProps {
  table: IncidentTable
  alarms: Alarms
}

/**
 * The one reader of the table's stream: it copies each stored event to the queue of every consumer that asked for its
 * type. A record that fails holds back those behind it until it works, because what was committed must be told.
 */
export class Relay extends Construct {
  private readonly fn: ServiceFunction
  private readonly routes: { queueUrl: string; types: readonly string[]; history?: readonly string[] }[] = []

  constructor(scope: Construct, id: string, { table, alarms }: RelayProps) {
    super(scope, id)
    this.fn = new ServiceFunction(this, 'Relay', {
      entry: 'functions/runtime/relay.task.ts',
      timeoutSeconds: 60,
    })
    this.fn
      .set('ROUTES', Lazy.string({ produce: () => Stack.of(this).toJsonString(this.routes) }))
      .allow(
        ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        [table.streamArn],
      )
      .allow(['dynamodb:ListStreams'], ['*'])
    acknowledge(this.fn, {
      'IAM5[Resource::*]': 'ListStreams, which an event source mapping demands, knows no resource.',
    })

    new EventSourceMapping(this, 'Stream', {
      target: this.fn.lambda,
      eventSourceArn: table.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { type: { S: FilterRule.exists() } } },
        }),
      ],
    })

    alarms.raise({
      name: 'relay-behind',
      anchor: 'alarm-relay-behind',
      impact: 'Pages, mails and the status page lag behind what is stored; nothing is lost for 24 hours.',
      metric: this.fn.lambda.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
      above: 60_000,
      periods: 2,
    })
  }

  /** Types are `noun.past` or `noun.*`; of what was imported, only those in `history`. */
  copies(types: readonly string[], queue: IQueue, history?: readonly string[]): void {
    this.routes.push({ queueUrl: queue.queueUrl, types, ...(history && { history }) })
    this.fn.sendsTo(queue)
  }
}
