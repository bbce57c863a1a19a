import * as z from 'zod/mini'
import { unfit } from '../refused.ts'
import { placeOfArn, saidBy } from './alarm.ts'
import { type Adapter, occurrenceFrom } from './occurrence-from.ts'
import { only } from './read-each.ts'
import { shaped } from './shape.ts'

const sender = 'CloudWatch'

const Notification = z.object({ Message: z.string(), TopicArn: z.string() })

const AlarmMessage = z.object({
  AlarmName: z.string().check(z.minLength(1)),
  AlarmArn: z.optional(z.string()),
  AlarmDescription: z.optional(z.nullable(z.string())),
  AWSAccountId: z._default(z.string(), ''),
  NewStateValue: z.enum(['ALARM', 'OK', 'INSUFFICIENT_DATA']),
  NewStateReason: z.optional(z.nullable(z.string())),
  StateChangeTime: z.optional(z.string()),
  Trigger: z.optional(
    z.object({
      MetricName: z.optional(z.string()),
      Namespace: z.optional(z.string()),
      Dimensions: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
    }),
  ),
})

/**
 * A CloudWatch alarm in a notification of SNS, whose signature was verified before.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 */
export const readCloudwatch: Adapter = (body, around) => {
  const { Message, TopicArn } = shaped(Notification, body, 'SNS')
  const message = alarmIn(Message)
  const alarm = shaped(AlarmMessage, message, sender)
  const { AlarmName: name, Trigger: trigger = {} } = alarm
  // Older alarms do not say their ARN; the topic lies in the same region.
  const region = placeOfArn(alarm.AlarmArn ?? TopicArn).region
  const account = alarm.AWSAccountId || placeOfArn(TopicArn).account
  const said = saidBy(
    {
      arn: alarm.AlarmArn ?? `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`,
      name,
      description: alarm.AlarmDescription,
      state: alarm.NewStateValue,
      reason: alarm.NewStateReason,
      changedAt: alarm.StateChangeTime,
      account,
      region,
      namespace: trigger.Namespace,
      metric: trigger.MetricName,
      dimensions: Object.fromEntries((trigger.Dimensions ?? []).map((one) => [one.name, one.value])),
    },
    message,
  )
  return only(occurrenceFrom(said, around, 'Message.Trigger.Dimensions'))
}

function alarmIn(message: string): unknown {
  try {
    return JSON.parse(message)
  } catch {
    throw unfit('unknown_shape', [
      {
        path: 'Message',
        message: {
          en: 'This is no alarm of CloudWatch. Let only alarms publish to this topic.',
          de: 'Das ist kein Alarm von CloudWatch. Lassen Sie nur Alarme in dieses Topic schreiben.',
        },
      },
    ])
  }
}
