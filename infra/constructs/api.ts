import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnIntegration,
  CfnRoute,
  HttpApi,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { stageStackOf } from '../stacks/stage-stack.ts'
import { acknowledge } from './acknowledge.ts'
import type { Alarms } from './alarms.ts'
import type { ServiceFunction } from './service-function.ts'

/** The route, never the path, in which links carry their token; and nobody's address, which nobody needs. */
const accessLog = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  error: '$context.integrationErrorMessage',
})

/** The HTTP API: nouns as routes, any method, no authorizer; each function may be called by any route. */
export class Api extends Construct {
  readonly http: HttpApi

  constructor(scope: Construct, id: string, { alarms }: { alarms: Alarms }) {
    super(scope, id)
    const { prefix, settings } = stageStackOf(this)
    this.http = new HttpApi(this, 'Http', {
      apiName: prefix,
      description: 'The API under /v1.',
      createDefaultStage: false,
    })
    new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: settings.throttle.ratePerSecond, burstLimit: settings.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            logGroupName: `/aws/vendedlogs/apis/${prefix}`,
            retention: settings.logRetentionDays,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(accessLog),
      },
    })
    acknowledge(this, {
      APIG4:
        'One middleware verifies the token and denies by default: a gateway authorizer takes no API keys and answers no problem documents, and some routes are open by design.',
    })

    alarms.raise({
      name: 'api-faults',
      anchor: 'alarm-api-faults',
      impact: 'People see "something went wrong" where they report, answer or work on incidents.',
      metric: this.http.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      above: 5,
    })
  }

  get origin(): string {
    return `${this.http.apiId}.execute-api.${Stack.of(this).region}.${Aws.URL_SUFFIX}`
  }

  serves(fn: ServiceFunction, paths: readonly string[]): void {
    const integration = new CfnIntegration(this, `${fn.node.id}Integration`, {
      apiId: this.http.apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: fn.lambda.functionArn,
      payloadFormatVersion: '2.0',
    })
    for (const path of paths) {
      new CfnRoute(this, `ANY ${path}`, {
        apiId: this.http.apiId,
        routeKey: `ANY ${path}`,
        target: `integrations/${integration.ref}`,
        authorizationType: 'NONE',
      })
    }
    fn.lambda.addPermission('Api', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: this.http.apiId,
        resourceName: '*/*',
      }),
    })
  }
}
