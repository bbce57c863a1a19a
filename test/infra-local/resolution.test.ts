import { describe, expect, test } from 'vitest'
import { refuseUnknown } from '../../infra/local/known-resources.ts'
import { Resolution } from '../../infra/local/resolution.ts'
import type { Json, JsonObject, Stack } from '../../infra/local/template.ts'

const names = {
  account: '000000000000',
  region: 'eu-central-1',
  storesEndpoint: 'http://127.0.0.1:3006',
  apiUrl: 'http://localhost:3001',
  clientId: 'evenkeel-portal',
}

function stack(
  name: string,
  resources: Record<string, [string, JsonObject]>,
  more: Partial<Stack> = {},
): Stack {
  const entries = Object.entries(resources).map(([logicalId, [type, properties]]) => {
    return [logicalId, { stack: name, logicalId, type, properties }] as const
  })
  return {
    name,
    resources: new Map(entries),
    parameters: {},
    conditions: {},
    mappings: {},
    outputs: {},
    assets: new Map(),
    ...more,
  }
}

/** The placeholders of Fn::Sub, joined by slashes. */
const sub = (...names: string[]) => names.map((name) => `$\{${name}}`).join('/')

const data = stack(
  'data',
  { Table: ['AWS::DynamoDB::Table', {}], Content: ['AWS::S3::Bucket', {}] },
  {
    outputs: {
      Out1: { Value: { Ref: 'Table' }, Export: { Name: 'data:Table' } },
      Out2: { Value: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, Export: { Name: 'data:Stream' } },
    },
  },
)
const service = stack('service', {
  Queue: ['AWS::SQS::Queue', { QueueName: { 'Fn::Join': ['-', ['evenkeel', { Ref: 'Stage' }]] } }],
  Machine: ['AWS::StepFunctions::StateMachine', { StateMachineName: 'clock' }],
  Wake: ['AWS::Lambda::Function', { FunctionName: 'evenkeel-local-clock-wake' }],
})
service.parameters.Stage = { Type: 'String', Default: 'local' }
const assembly = { stacks: new Map([data, service].map((one) => [one.name, one])) }

describe('Resolution', () => {
  const resolution = new Resolution(assembly, names)

  test.each<[Json, Json]>([
    [{ Ref: 'Queue' }, 'http://127.0.0.1:3006/000000000000/evenkeel-local'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:eu-central-1:000000000000:evenkeel-local'],
    [{ Ref: 'Machine' }, 'arn:aws:states:eu-central-1:000000000000:stateMachine:clock'],
    [
      { 'Fn::GetAtt': ['Wake', 'Arn'] },
      'arn:aws:lambda:eu-central-1:000000000000:function:evenkeel-local-clock-wake',
    ],
    [{ 'Fn::ImportValue': 'data:Table' }, 'data-Table'],
    [
      { 'Fn::ImportValue': 'data:Stream' },
      'arn:aws:dynamodb:eu-central-1:000000000000:table/data-Table/stream/local',
    ],
    [
      { 'Fn::Sub': sub('AWS::Region', 'Queue.QueueName', '!kept') },
      `eu-central-1/evenkeel-local/${sub('kept')}`,
    ],
    [{ 'Fn::Sub': [`${sub('name')}!`, { name: { Ref: 'AWS::AccountId' } }] }, '000000000000!'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b'] }] }, 'b'],
    [{ list: [{ Ref: 'AWS::NoValue' }, 1], gone: { Ref: 'AWS::NoValue' } }, { list: [1] }],
  ])('%j is %j', (expression, value) => {
    expect(resolution.value('service', expression)).toEqual(value)
  })

  test.each([
    [{ Ref: 'Nothing' }, 'Nothing'],
    [{ 'Fn::ImportValue': 'data:Nothing' }, 'data:Nothing'],
    [{ 'Fn::Transform': {} }, 'Fn::Transform'],
  ])('stops at %j by name', (expression, name) => {
    expect(() => resolution.value('service', expression as Json)).toThrow(name)
  })
})

describe('refuseUnknown', () => {
  test('takes what it knows', () => {
    expect(() => refuseUnknown(assembly)).not.toThrow()
  })

  test('names a type and a property that it does not know', () => {
    const strange = stack('strange', {
      Cache: ['AWS::ElastiCache::CacheCluster', {}],
      Fifo: ['AWS::SQS::Queue', { FifoQueue: true }],
    })
    const refuse = () => refuseUnknown({ stacks: new Map([['strange', strange]]) })
    expect(refuse).toThrow('strange: Cache is a AWS::ElastiCache::CacheCluster')
    expect(refuse).toThrow('strange: Fifo (AWS::SQS::Queue) has FifoQueue')
  })
})
