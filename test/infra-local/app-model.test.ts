import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { modelOf } from '../../infra/local/app-model.ts'
import { readAssembly } from '../../infra/local/template.ts'

const names = {
  account: '000000000000',
  region: 'eu-central-1',
  storesEndpoint: 'http://127.0.0.1:3006',
  apiUrl: 'http://localhost:3001',
  clientId: 'evenkeel-portal',
}

const resources = {
  Table: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [] } },
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: { ApiId: { Ref: 'Api' }, IntegrationUri: { 'Fn::GetAtt': ['Incidents', 'Arn'] } },
  },
  Route: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: { Ref: 'Api' },
      RouteKey: 'ANY /v1/incidents',
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
    },
  },
  Incidents: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: 'evenkeel-local-incidents-api',
      Handler: 'index.handler',
      Code: { S3Bucket: { 'Fn::Sub': 'assets' }, S3Key: 'abc.zip' },
      Timeout: 15,
      Environment: { Variables: { TABLE_NAME: { Ref: 'Table' }, STAGE: 'local' } },
    },
  },
  Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'evenkeel-local-pages' } },
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      FunctionName: { Ref: 'Incidents' },
      EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
      BatchSize: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 3 },
    },
  },
  Stream: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      FunctionName: { Ref: 'Incidents' },
      EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
    },
  },
  EveryMinute: {
    Type: 'AWS::Events::Rule',
    Properties: {
      ScheduleExpression: 'rate(1 minute)',
      Targets: [{ Id: 't', Arn: { 'Fn::GetAtt': ['Incidents', 'Arn'] } }],
    },
  },
  Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Anything: true } },
}

describe('the model of the synthesized app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content))
  write('manifest.json', {
    artifacts: {
      service: { type: 'aws:cloudformation:stack', properties: { templateFile: 'service.template.json' } },
      'service.assets': { type: 'cdk:asset-manifest' },
    },
  })
  write('service.template.json', { Resources: resources })
  write('service.assets.json', {
    files: { abc: { source: { path: 'asset.abc' }, destinations: { current: { objectKey: 'abc.zip' } } } },
  })
  const model = modelOf(readAssembly(folder), names)

  test('knows a function by its short name and runs it from its asset', () => {
    expect(model.functions).toEqual([
      {
        name: 'incidents-api',
        arn: 'arn:aws:lambda:eu-central-1:000000000000:function:evenkeel-local-incidents-api',
        bundle: join(folder, 'asset.abc', 'index.mjs'),
        handler: 'handler',
        environment: { TABLE_NAME: 'service-Table', STAGE: 'local' },
        timeoutSeconds: 15,
        memoryMb: 128,
        isHttp: true,
      },
    ])
  })

  test('leads routes, schedules, queues and streams to functions', () => {
    expect(model.routes).toEqual([
      { routeKey: 'ANY /v1/incidents', functionName: 'incidents-api', timeoutMs: 30_000 },
    ])
    expect(model.schedules).toMatchObject([{ expression: 'rate(1 minute)', functionName: 'incidents-api' }])
    expect(model.queueMappings).toMatchObject([{ batchSize: 5, concurrency: 3, reportsItemFailures: true }])
    expect(model.streamMappings).toMatchObject([{ filters: [{ eventName: ['INSERT'] }], maximumRetries: -1 }])
    expect(model.queues).toMatchObject([{ name: 'evenkeel-local-pages' }])
  })
})
