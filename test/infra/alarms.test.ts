import { beforeAll, describe, expect, test } from 'vitest'
import { alarmAnchors } from '../../infra/constructs/alarms.ts'
import { queueNames } from '../../infra/stages.ts'
import { type Resource, resourcesOf, type SynthesizedStack, synthesize, textOf } from './assembly.ts'

let stacks: SynthesizedStack[]
let alarms: (Resource & { id: string })[]
beforeAll(() => {
  stacks = synthesize('local')
  alarms = resourcesOf(stacks, 'AWS::CloudWatch::Alarm')
})

const called = (name: string) =>
  alarms.find(({ Properties }) => Properties.AlarmName === `evenkeel-local-${name}`)?.Properties

describe('alarms', () => {
  test('each says what people lose, and where it is written what to do', () => {
    for (const { Properties } of alarms) {
      const [, impact, anchor] =
        /^(.+\.) What to do: README\.md#([a-z-]+)$/.exec(String(Properties.AlarmDescription)) ?? []
      expect(impact?.length, String(Properties.AlarmName)).toBeGreaterThan(20)
      expect(alarmAnchors).toContain(anchor)
    }
  })

  test('none promises what does not happen by itself yet', () => {
    const text = alarms.map(({ Properties }) => Properties.AlarmDescription).join('\n')
    expect(text).not.toMatch(/\bclos(?:e|es|ing|ings)\b/i)
  })

  test('each tells somebody, also when it is over', () => {
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toHaveLength(1)
      expect(Properties.OKActions).toHaveLength(1)
    }
  })

  test('each looks at one plain metric, which every emulator can', () => {
    for (const { Properties } of alarms) {
      expect(Properties.Metrics).toBeUndefined()
      expect(Properties.MetricName).toBeTypeOf('string')
    }
  })

  test('every section of the README is the home of an alarm', () => {
    const text = alarms.map(({ Properties }) => Properties.AlarmDescription).join('\n')
    for (const anchor of alarmAnchors) expect(text).toContain(`#${anchor}`)
  })

  test.each(queueNames)('the queue %s tells what was given up and what is late', (name) => {
    expect(called(`queue-${name}-failed`)).toMatchObject({
      Threshold: 0,
      MetricName: 'ApproximateNumberOfMessagesVisible',
    })
    expect(called(`queue-${name}-late`)).toMatchObject({ MetricName: 'ApproximateAgeOfOldestMessage' })
  })

  test('pages have a lane that nothing else fills, and it is told when one waits for two minutes', () => {
    const pages = resourcesOf(stacks, 'AWS::SQS::Queue').find(
      ({ Properties }) => Properties.QueueName === 'evenkeel-local-pages',
    )
    const mappings = resourcesOf(stacks, 'AWS::Lambda::EventSourceMapping').map(({ Properties }) => ({
      worker: textOf(Properties.FunctionName),
      source: textOf(Properties.EventSourceArn),
    }))
    const worker = mappings.find(({ source }) => source === `<${pages?.id}>`)?.worker
    expect(mappings.filter((mapping) => mapping.worker === worker)).toHaveLength(1)
    expect(called('queue-pages-late')).toMatchObject({ Threshold: 120, EvaluationPeriods: 2 })
  })

  test('a silent sweeper is told within three minutes', () => {
    expect(called('sweeper-silent')).toMatchObject({
      MetricName: 'Invocations',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      Period: 60,
      EvaluationPeriods: 3,
      TreatMissingData: 'breaching',
    })
  })
})
