import { describe, expect, test } from 'vitest'
import { readCloudwatch } from '../../../../functions/alerts/adapters/cloudwatch.ts'
import { readEventbridge } from '../../../../functions/alerts/adapters/eventbridge.ts'
import { around, refusalOf, valid } from './fixture.ts'

const arn = 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:checkout 5xx'
const alarm = {
  AlarmName: 'checkout 5xx',
  AlarmDescription: 'Customers cannot pay.',
  AWSAccountId: '111122223333',
  NewStateValue: 'ALARM',
  NewStateReason: 'Threshold Crossed: 1 datapoint [12.0] was greater than the threshold (5.0).',
  StateChangeTime: '2026-11-28T07:30:42.236+0000',
  Region: 'EU (Frankfurt)',
  AlarmArn: arn,
  OldStateValue: 'OK',
  Trigger: {
    MetricName: '5xx',
    Namespace: 'AWS/ApiGateway',
    StatisticType: 'Statistic',
    Statistic: 'SUM',
    Dimensions: [{ value: 'abc123', name: 'ApiId' }],
    Period: 60,
    Threshold: 5,
  },
}
const notification = (message: unknown) => ({
  Type: 'Notification',
  TopicArn: 'arn:aws:sns:eu-central-1:111122223333:alarms',
  Message: typeof message === 'string' ? message : JSON.stringify(message),
})
const read = (message: unknown) => valid(readCloudwatch(notification(message), around('cloudwatch')))

const event = {
  version: '0',
  id: 'c4c1c1c9-6542-e61b-6ef0-8c4d36933a92',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '111122223333',
  time: '2026-11-28T07:30:43Z',
  region: 'eu-central-1',
  resources: [arn],
  detail: {
    alarmName: 'checkout 5xx',
    configuration: {
      description: 'Customers cannot pay.',
      metrics: [
        {
          id: 'm1',
          metricStat: {
            metric: { dimensions: { ApiId: 'abc123' }, name: '5xx', namespace: 'AWS/ApiGateway' },
            period: 60,
            stat: 'Sum',
          },
          returnData: true,
        },
      ],
    },
    previousState: { reason: 'fine', timestamp: '2026-11-28T07:00:00.000+0000', value: 'OK' },
    state: { reason: alarm.NewStateReason, timestamp: '2026-11-28T07:30:42.236+0000', value: 'ALARM' },
  },
}
const readEvent = (sent: unknown) => valid(readEventbridge(sent, around('eventbridge')))

describe('an alarm of CloudWatch in a notification of SNS', () => {
  test('is read whole', () => {
    expect(read(alarm)).toMatchObject([
      {
        status: 'firing',
        severity: 'error',
        title: 'checkout 5xx',
        summary: `Customers cannot pay.\n\n${alarm.NewStateReason}`,
        startsAt: '2026-11-28T07:30:42.236Z',
        saidAt: '2026-11-28T07:30:42.236Z',
        labels: {
          ApiId: 'abc123',
          alarm: 'checkout 5xx',
          namespace: 'AWS/ApiGateway',
          metric: '5xx',
          account: '111122223333',
          region: 'eu-central-1',
          state: 'ALARM',
        },
        links: [
          {
            text: 'CloudWatch',
            url: 'https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#alarmsV2:alarm/checkout%205xx',
          },
        ],
      },
    ])
  })

  test.each([
    ['ALARM', 'firing', 'error'],
    ['INSUFFICIENT_DATA', 'firing', 'warning'],
    ['OK', 'resolved', 'info'],
  ])('is %s: %s, %s', (NewStateValue, status, severity) => {
    expect(read({ ...alarm, NewStateValue })).toMatchObject([{ status, severity }])
  })

  test('is the same alert in every state, and as an event of EventBridge', () => {
    const [alarming] = read(alarm)
    const [fine] = read({ ...alarm, NewStateValue: 'OK' })
    const [asEvent] = readEvent(event)
    expect([fine?.fingerprint, asEvent?.fingerprint]).toEqual([alarming?.fingerprint, alarming?.fingerprint])
  })

  test('finds the region of an old alarm, which does not say its ARN, and of a composite one', () => {
    const { AlarmArn, Trigger, ...old } = alarm
    expect(read({ ...old, AlarmRule: 'ALARM(a)' })).toMatchObject([
      { labels: { region: 'eu-central-1', account: '111122223333' } },
    ])
    expect(read({ ...old })[0]?.fingerprint).toBe(read(alarm)[0]?.fingerprint)
  })

  test.each(['hello', '{"a":1}', '[]', '7'])('refuses %s, which is no alarm', (message) => {
    expect(refusalOf(() => read(message)).reason).toBe('unknown_shape')
  })
})

describe('an alarm of CloudWatch as an event of EventBridge', () => {
  test('says what the notification says', () => {
    const [first] = readEvent(event)
    const [second] = read(alarm)
    expect({ ...first, payload: '' }).toEqual({ ...second, payload: '' })
  })

  test('refuses another event', () => {
    const other = { ...event, 'detail-type': 'CloudWatch Alarm Configuration Change' }
    expect(refusalOf(() => readEvent(other)).extras.errors?.[0]?.path).toBe('detail-type')
  })
})
