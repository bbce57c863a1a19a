import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { stageStackOf } from '../stacks/stage-stack.ts'
import { acknowledge } from './acknowledge.ts'
import type { Api } from './api.ts'
import type { PortalOutput } from './portal-output.ts'

export interface PortalServerProps {
  output: PortalOutput
  api: Api
  environment: Record<string, string>
}

/**
 * The portal's server behind the HTTP API, which answers every path that is no noun. It may write its log and nothing
 * else: what it shows it asks the API for, with the token of the person who is looking.
 */
export class PortalServer extends Construct {
  constructor(scope: Construct, id: string, { output, api, environment }: PortalServerProps) {
    super(scope, id)
    const { prefix, settings } = stageStackOf(this)
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${prefix}-portal`,
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const sessionKey = new Secret(this, 'SessionKey', {
      description: 'Seals the session cookies of the portal.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(sessionKey, { SMG4: 'A new key signs everyone out; it is changed by hand after a leak.' })

    const server = new LambdaFunction(this, 'Server', {
      functionName: `${prefix}-portal`,
      description: 'portal',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: output.handler,
      code: Code.fromAsset(output.serverFolder),
      role: new Role(this, 'Role', {
        assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
        inlinePolicies: {
          access: new PolicyDocument({
            statements: [
              new PolicyStatement({
                actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                resources: [logGroup.logGroupArn],
              }),
            ],
          }),
        },
      }),
      logGroup,
      timeout: Duration.seconds(15),
      memorySize: 1024,
      environment: {
        ...environment,
        // Resolved by CloudFormation, so that the server needs no right to read secrets.
        SESSION_KEY: sessionKey.secretValue.unsafeUnwrap(),
      },
    })

    const integration = new CfnIntegration(this, 'Integration', {
      apiId: api.http.apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: server.functionArn,
      payloadFormatVersion: '2.0',
    })
    const route = new CfnRoute(this, 'Route', {
      apiId: api.http.apiId,
      routeKey: '$default',
      target: `integrations/${integration.ref}`,
      authorizationType: 'NONE',
    })
    acknowledge(route, { APIG4: 'The portal signs people in itself, and shows some pages to everyone.' })
    server.addPermission('Api', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: api.http.apiId,
        resourceName: '*/*',
      }),
    })
  }
}
