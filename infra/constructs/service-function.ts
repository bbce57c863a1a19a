import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { functionName } from '../bundle.ts'
import { stageStackOf } from '../stacks/stage-stack.ts'
import { acknowledge } from './acknowledge.ts'
import type { IncidentTable } from './incident-table.ts'
import type { MailChannel } from './mail-channel.ts'

export interface ServiceFunctionProps {
  /** The entry file, from the root: `functions/incidents/api.ts`. */
  entry: string
  timeoutSeconds?: number
  memoryMb?: number
}

/**
 * One function from its bundle, with a role and a log group of its own. A permission and the variables that it needs
 * are given by the same call, so that neither is there without the other.
 */
export class ServiceFunction extends Construct {
  readonly lambda: LambdaFunction
  readonly timeoutSeconds: number
  private readonly access = new PolicyDocument()

  constructor(
    scope: Construct,
    id: string,
    { entry, timeoutSeconds = 15, memoryMb = 512 }: ServiceFunctionProps,
  ) {
    super(scope, id)
    const { prefix, settings, bundles } = stageStackOf(this)
    const name = functionName(entry)
    const bundle = join(bundles, name)
    if (!existsSync(bundle)) {
      throw new Error(`${entry} is not bundled: ${bundle} is missing. Run node infra/bundle.ts first.`)
    }

    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${prefix}-${name}`,
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn])

    this.timeoutSeconds = timeoutSeconds
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: `${prefix}-${name}`,
      description: entry,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundle),
      role: new Role(this, 'Role', {
        assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
        inlinePolicies: { access: this.access },
      }),
      logGroup,
      timeout: Duration.seconds(timeoutSeconds),
      memorySize: memoryMb,
      environment: {
        PORTAL_URL: settings.portalUrl,
        STATUS_URL: settings.statusUrl,
      },
    })
  }

  allow(actions: string[], resources: string[]): this {
    this.access.addStatements(new PolicyStatement({ actions, resources }))
    return this
  }

  set(variable: string, value: string): this {
    this.lambda.addEnvironment(variable, value)
    return this
  }

  /** Reads items one by one and through the indexes; nothing may scan. */
  reads(table: IncidentTable): this {
    return this.set('TABLE_NAME', table.table.tableName).allow(
      ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
      table.arns,
    )
  }

  writes(table: IncidentTable): this {
    return this.set('TABLE_NAME', table.table.tableName).allow(
      [
        'dynamodb:ConditionCheckItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:BatchWriteItem',
      ],
      [table.table.tableArn],
    )
  }

  sendsTo(queue: IQueue, variable?: string): this {
    if (variable) this.set(variable, queue.queueUrl)
    return this.allow(['sqs:SendMessage'], [queue.queueArn])
  }

  sendsMail(mail: MailChannel): this {
    return this.readsTokenKey(mail)
      .set('MAIL_FROM', mail.from)
      .set('CONFIGURATION_SET', mail.configurationSetName)
      .allow(['ses:SendRawEmail'], mail.sendingArns)
  }

  readsTokenKey({ tokenKey }: MailChannel): this {
    return this.set('SECRET_ARN', tokenKey.secretArn).allow(
      ['secretsmanager:GetSecretValue'],
      [tokenKey.secretArn],
    )
  }

  /** To phone numbers, which have no ARN of their own; never to a topic, which has one. */
  sendsTexts(): this {
    this.access.addStatements(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: ['sns:Publish'],
        resources: [Stack.of(this).formatArn({ service: 'sns', resource: '*' })],
      }),
    )
    acknowledge(this, { 'IAM5[Resource::*]': 'A phone number is no resource; topics are denied.' })
    return this.allow(['sns:Publish'], ['*'])
  }

  /** Calls addresses that people chose; on AWS only public ones. */
  callsWebhooks(): this {
    const hosts = stageStackOf(this).settings.allowedPrivateHosts
    return hosts.length > 0 ? this.set('ALLOWED_PRIVATE_HOSTS', hosts.join(',')) : this
  }
}
