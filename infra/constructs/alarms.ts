import { Aws } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { stageStackOf } from '../stacks/stage-stack.ts'

/** The sections of the README that tell what an alarm means, how to look and what to do. */
export const alarmAnchors = [
  'alarm-api-faults',
  'alarm-dead-letters',
  'alarm-mail-reputation',
  'alarm-queue-late',
  'alarm-relay-behind',
  'alarm-sweeper-failing',
  'alarm-sweeper-silent',
  'alarm-table-throttled',
  'alarm-training-failing',
  'alarm-wake-failed',
] as const

export interface AlarmSettings {
  /** What it is called after the stage: `pages-late`. */
  name: string
  metric: IMetric
  anchor: (typeof alarmAnchors)[number]
  /** What people lose while it lasts, as a sentence. */
  impact: string
  /** Raised when the metric is above this, or below it. */
  above?: number
  below?: number
  periods?: number
  /** Whether silence of the metric itself is the alarm. */
  whenMissing?: 'fine' | 'alarm'
}

/** Every alarm says what it costs people and where the README tells what to do, and tells one topic. */
export class Alarms extends Construct {
  readonly topic: Topic
  readonly names: string[] = []

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const { prefix, settings } = stageStackOf(this)
    this.topic = new Topic(this, 'Topic', { topicName: `${prefix}-alarms`, enforceSSL: true })
    this.topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    if (settings.alarmMail) this.topic.addSubscription(new EmailSubscription(settings.alarmMail))
  }

  raise({
    name,
    metric,
    anchor,
    impact,
    above,
    below,
    periods = 1,
    whenMissing = 'fine',
  }: AlarmSettings): void {
    const threshold = above ?? below
    if (threshold === undefined) throw new Error(`Alarm ${name} needs a threshold.`)
    const alarmName = `${stageStackOf(this).prefix}-${name}`
    this.names.push(alarmName)
    const alarm = new Alarm(this, name, {
      alarmName,
      alarmDescription: `${impact} What to do: README.md#${anchor}`,
      metric,
      threshold,
      comparisonOperator:
        above === undefined
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: whenMissing === 'alarm' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    alarm.addOkAction(new SnsAction(this.topic))
  }
}
