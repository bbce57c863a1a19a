import { Duration } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from '../../constructs/acknowledge.ts'
import type { Alarms } from '../../constructs/alarms.ts'
import type { IncidentTable } from '../../constructs/incident-table.ts'
import { QueueTransport } from '../../constructs/queue-transport.ts'
import { ServiceFunction } from '../../constructs/service-function.ts'
import { stageStackOf } from '../stage-stack.ts'

export interface AlertIntakeProps {
  table: IncidentTable
  content: IBucket
  alarms: Alarms
  /** Where alerts go that were taken in. */
  alerts: IQueue
}

/** Alerts that nobody posts: alarms of this account as events, and mails. What fails thrice is put aside. */
export function addAlertIntake(
  scope: Construct,
  { table, content, alarms, alerts }: AlertIntakeProps,
): { mailReceived: ServiceFunction } {
  const { prefix, settings } = stageStackOf(scope)
  const failed = new Queue(scope, 'IntakeFailed', {
    queueName: `${prefix}-alert-intake-failed`,
    encryption: QueueEncryption.SQS_MANAGED,
    retentionPeriod: Duration.days(14),
  })
  QueueTransport.of(scope).secure(failed)
  acknowledge(failed, { SQS3: 'It is where functions put aside what failed.' })
  alarms.raise({
    name: 'alert-intake-failed',
    anchor: 'alarm-dead-letters',
    impact:
      'Alarms of CloudWatch and mails to sources of alerts were given up, so that nobody is paged for them.',
    metric: failed.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    }),
    above: 0,
  })

  const taking = (id: string, entry: string) => {
    const fn = new ServiceFunction(scope, id, { entry, timeoutSeconds: 60, memoryMb: 1024 })
    fn.reads(table).writes(table).sendsTo(alerts, 'ALERTS_QUEUE_URL').sendsTo(failed)
    const resource = fn.lambda.node.defaultChild as CfnFunction
    resource.deadLetterConfig = { targetArn: failed.queueArn }
    return fn
  }

  const events = taking('CloudwatchEvents', 'functions/alerts/on-cloudwatch-event.ts')
  new Rule(scope, 'CloudwatchAlarms', {
    ruleName: `${prefix}-cloudwatch-alarms`,
    description: 'Tells of every alarm of CloudWatch in this account that changes its state.',
    eventPattern: { source: ['aws.cloudwatch'], detailType: ['CloudWatch Alarm State Change'] },
    targets: [new LambdaFunction(events.lambda, { retryAttempts: 20, maxEventAge: Duration.hours(6) })],
  })

  const mailReceived = taking('MailReceived', 'functions/mail/on-mail-received.ts')
  mailReceived
    .set('CONTENT_BUCKET', content.bucketName)
    .set('MAIL_DOMAIN', settings.mailDomain)
    .allow(['s3:GetObject'], [content.arnForObjects('mail-in/*')])
  const exported = `${prefix}-data:ExportsOutputFnGetAttContent88381566Arn726CED76`
  acknowledge(mailReceived, {
    [`IAM5[Resource::${exported}/mail-in/*]`]:
      'Every mail that came in is an object of its own, and no other is read.',
  })
  return { mailReceived }
}
