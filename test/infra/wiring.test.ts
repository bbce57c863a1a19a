import aslValidator from 'asl-validator'
import { beforeAll, describe, expect, test } from 'vitest'
import { punctual } from '../../functions/runtime/due-keys.ts'
import { queueNames } from '../../infra/stages.ts'
import {
  type Resource,
  resourcesOf,
  type SynthesizedStack,
  synthesize,
  textOf,
  theOnly,
  variablesOf,
} from './assembly.ts'

let stacks: SynthesizedStack[]
beforeAll(() => {
  stacks = synthesize('local')
})

const queues = () => resourcesOf(stacks, 'AWS::SQS::Queue')
const isForPages = (queue?: Resource) => queue?.Properties.QueueName === 'evenkeel-local-pages'
const nameOfQueue = (id: string) => queues().find((queue) => queue.id === id)?.Properties.QueueName

describe('queues', () => {
  test('each puts aside what fails, and keeps it for two weeks', () => {
    const worked = queues().filter(({ Properties }) => Properties.RedrivePolicy)
    expect(worked.map(({ Properties }) => Properties.QueueName).sort()).toEqual(
      queueNames.map((name) => `evenkeel-local-${name}`).sort(),
    )
    for (const { Properties } of worked) {
      const { deadLetterTargetArn } = Properties.RedrivePolicy as { deadLetterTargetArn: unknown }
      const failed = queues().find(({ id }) => `<${id}>` === textOf(deadLetterTargetArn))
      expect(failed?.Properties).toMatchObject({
        QueueName: `${Properties.QueueName}-failed`,
        MessageRetentionPeriod: 14 * 86_400,
      })
    }
  })

  test('each is worked in a lane of its own width, message by message', () => {
    const mappings = resourcesOf(stacks, 'AWS::Lambda::EventSourceMapping')
    expect(mappings).toHaveLength(queueNames.length + 1)
    for (const { Properties } of mappings) {
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
      if (Properties.StartingPosition) continue
      expect(Properties.ScalingConfig).toEqual({ MaximumConcurrency: expect.any(Number) })
    }
  })

  test('each gives its worker six times its time before another may try, except where people wait for it', () => {
    const sooner: Record<string, number> = {
      'evenkeel-local-pages': 20 / 15,
      'evenkeel-local-alerts': 90 / 60,
    }
    for (const { Properties } of resourcesOf(stacks, 'AWS::Lambda::EventSourceMapping')) {
      if (Properties.StartingPosition) continue
      const worker = resourcesOf(stacks, 'AWS::Lambda::Function').find(
        ({ id }) => `<${id}>` === textOf(Properties.FunctionName),
      )
      const queue = queues().find(({ id }) => `<${id}>` === textOf(Properties.EventSourceArn))
      const times = Number(queue?.Properties.VisibilityTimeout) / Number(worker?.Properties.Timeout)
      const name = String(queue?.Properties.QueueName)
      expect(times, name).toBe(sooner[name] ?? 6)
    }
  })

  test('each tells its worker where it is, and how long it hides a message that failed', () => {
    for (const { Properties } of resourcesOf(stacks, 'AWS::Lambda::EventSourceMapping')) {
      if (Properties.StartingPosition) continue
      const worker = resourcesOf(stacks, 'AWS::Lambda::Function').find(
        ({ id }) => `<${id}>` === textOf(Properties.FunctionName),
      )
      const queue = queues().find(({ id }) => `<${id}>` === textOf(Properties.EventSourceArn))
      const variables = variablesOf(stacks, String(worker?.Properties.FunctionName))
      expect(variables.VISIBILITY_SECONDS).toBe(String(queue?.Properties.VisibilityTimeout))
      expect(textOf(variables.QUEUE_URL)).toBe(`<${queue?.id}>`)
    }
  })

  test('a page that is refused is tried again within seconds, for half an hour', () => {
    const { VisibilityTimeout, RedrivePolicy } = queues().find(isForPages)?.Properties ?? {}
    const { maxReceiveCount } = RedrivePolicy as { maxReceiveCount: number }
    expect(VisibilityTimeout).toBe(20)
    expect(Number(VisibilityTimeout) * maxReceiveCount).toBe(30 * 60)
  })
})

describe('the relay', () => {
  test('copies to every consumer the events that it listens to', () => {
    const routes = JSON.parse(textOf(variablesOf(stacks, 'evenkeel-local-runtime-relay').ROUTES)) as {
      queueUrl: string
      types: string[]
      history?: string[]
    }[]
    const byQueue = Object.fromEntries(
      routes.map(({ queueUrl, types }) => [nameOfQueue(queueUrl.slice(1, -1)), types]),
    )
    expect(byQueue).toEqual({
      'evenkeel-local-timer-set': ['incident.*', 'escalation.*', 'triage.*', 'bulk.*', 'plan.*', 'group.due'],
      'evenkeel-local-children': ['incident.moved'],
      'evenkeel-local-follower-mail': ['incident.moved'],
      'evenkeel-local-triggers': ['incident.*', 'escalation.level', 'sla.*'],
      'evenkeel-local-notices': [
        ...['digest.due', 'shift.due', 'schedule.*', 'settings.changed', 'preferences.changed'],
        ...['escalation.skipped', 'escalation.exhausted'],
        ...['alert.flapping', 'storm.started', 'silence.ending', 'source.refusing', 'alert.rekindled'],
      ],
      'evenkeel-local-status-mail': ['incident.*', 'escalation.level'],
      'evenkeel-local-pages': [
        'escalation.step',
        'plan.due',
        'incident.edited',
        'incident.taken',
        'test.requested',
      ],
      'evenkeel-local-survey-mail': ['survey.requested'],
      'evenkeel-local-announcement-fan-out': ['announcement.*'],
      'evenkeel-local-status-publish': ['announcement.*', 'component.*'],
      'evenkeel-local-triage': ['incident.reported', 'incident.moved', 'incident.reopened'],
      'evenkeel-local-search': ['incident.*', 'triage.*', 'escalation.level', 'sla.*'],
      'evenkeel-local-alert-groups': ['silence.ended', 'maintenance.ended', 'group.ended'],
    })
    // What cannot wait for the sweeper is armed by the events of its noun.
    for (const kind of punctual)
      expect(byQueue['evenkeel-local-timer-set']).toContainEqual(
        expect.stringMatching(new RegExp(`^${kind}\\.`)),
      )
    const ofThePast = routes.filter(({ history }) => history)
    expect(ofThePast.map(({ queueUrl, history }) => [nameOfQueue(queueUrl.slice(1, -1)), history])).toEqual([
      ['evenkeel-local-search', ['incident.imported']],
      ['evenkeel-local-triage', ['incident.imported']],
    ])
  })

  test('is the only reader of the stream, and reads new items that are events', () => {
    const readers = resourcesOf(stacks, 'AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties.StartingPosition,
    )
    expect(readers).toHaveLength(1)
    const { Filters } = (readers[0] as Resource).Properties.FilterCriteria as {
      Filters: { Pattern: string }[]
    }
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { NewImage: { type: { S: [{ exists: true }] } } } },
    ])
  })
})

describe('the clock', () => {
  const definition = () => {
    const machine = theOnly(stacks, 'AWS::StepFunctions::StateMachine')
    const text = textOf(machine.Properties.DefinitionString)
    return JSON.parse(text.replace(/<Wake\w+>/, 'arn:aws:lambda:eu-central-1:123456789012:function:wake'))
  }

  test('is a definition that Step Functions accepts', () => {
    expect(aslValidator(definition())).toMatchObject({ isValid: true, errors: [] })
  })

  test('has one wait and one task, and no loop', () => {
    const states = Object.values(definition().States as Record<string, { Type: string }>)
    expect(states.map(({ Type }) => Type)).toEqual(['Wait', 'Task'])
  })

  test('is traced and logged', () => {
    const machine = theOnly(stacks, 'AWS::StepFunctions::StateMachine')
    expect(machine.Properties).toMatchObject({
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    })
  })
})

describe('the variables of a function', () => {
  /** How a consumer brings a message that failed again sooner. */
  const ofItsQueue = ['QUEUE_URL', 'VISIBILITY_SECONDS']

  test.each([
    ['incidents-api', ['TABLE_NAME', 'ISSUERS']],
    ...['triggers-on-incident-event', 'notifications-on-notice'].map((name): [string, string[]] => [
      name,
      [
        ...['TABLE_NAME', 'MAIL_FROM', 'CONFIGURATION_SET', 'SECRET_ARN'],
        ...['ALLOWED_PRIVATE_HOSTS', 'ATTEMPTS', ...ofItsQueue],
      ],
    ]),
    ['clock-on-timer-set', ['STATE_MACHINE_ARN', ...ofItsQueue]],
    ['clock-wake', ['TABLE_NAME', ...ofItsQueue]],
    ['clock-sweep', ['TABLE_NAME', 'STATE_MACHINE_ARN', 'WAKE_QUEUE_URL']],
    ['announcements-on-announcement-event', ['TABLE_NAME', 'CHUNK_QUEUE_URL', ...ofItsQueue]],
    ['status-on-announcement-event', ['TABLE_NAME', 'STATUS_BUCKET', 'STATUS_BUCKET_REGION', ...ofItsQueue]],
    [
      'notifications-on-paging-event',
      [
        ...['TABLE_NAME', 'MAIL_FROM', 'CONFIGURATION_SET', 'SECRET_ARN'],
        ...['ALLOWED_PRIVATE_HOSTS', 'ATTEMPTS', ...ofItsQueue],
      ],
    ],
  ])('%s holds what it works with', (name, expected) => {
    expect(Object.keys(variablesOf(stacks, `evenkeel-local-${name}`)).sort()).toEqual(
      ['PORTAL_URL', 'STATUS_URL', ...expected].sort(),
    )
  })
})
