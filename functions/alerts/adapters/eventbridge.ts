import * as z from 'zod/mini'
import { saidBy } from './alarm.ts'
import { type Adapter, occurrenceFrom } from './occurrence-from.ts'
import { only } from './read-each.ts'
import { shaped, Texts } from './shape.ts'

const Metric = z.object({
  metricStat: z.optional(
    z.object({
      metric: z.optional(
        z.object({
          namespace: z.optional(z.string()),
          name: z.optional(z.string()),
          dimensions: z.optional(Texts),
        }),
      ),
    }),
  ),
})

const Event = z.object({
  'detail-type': z.literal('CloudWatch Alarm State Change'),
  source: z.literal('aws.cloudwatch'),
  account: z.string(),
  region: z.string(),
  time: z.optional(z.string()),
  resources: z.array(z.string()),
  detail: z.looseObject({
    alarmName: z.string().check(z.minLength(1)),
    state: z.object({
      value: z.enum(['ALARM', 'OK', 'INSUFFICIENT_DATA']),
      reason: z.optional(z.nullable(z.string())),
      timestamp: z.optional(z.string()),
    }),
    configuration: z.optional(
      z.object({
        description: z.optional(z.nullable(z.string())),
        metrics: z.optional(z.array(Metric)),
      }),
    ),
  }),
})

/**
 * "CloudWatch Alarm State Change", as EventBridge passes it on within the account.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const readEventbridge: Adapter = (body, around) => {
  const { account, region, time, resources, detail } = shaped(Event, body, 'EventBridge')
  const { alarmName: name, state, configuration } = detail
  const metric = configuration?.metrics?.map(({ metricStat }) => metricStat?.metric).find(Boolean)
  const said = saidBy(
    {
      arn: resources[0] ?? `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`,
      name,
      description: configuration?.description,
      state: state.value,
      reason: state.reason,
      changedAt: state.timestamp ?? time,
      account,
      region,
      namespace: metric?.namespace,
      metric: metric?.name,
      dimensions: metric?.dimensions ?? {},
    },
    detail,
  )
  return only(occurrenceFrom(said, around, 'detail.configuration.metrics'))
}
