import { Aws, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import {
  CfnConfigurationSet,
  CfnConfigurationSetEventDestination,
  CfnEmailIdentity,
} from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { stageStackOf } from '../stacks/stage-stack.ts'
import { acknowledge } from './acknowledge.ts'

/** What a function needs to send mail: who it comes from, what watches over it, and the key of links in it. */
export class MailChannel extends Construct {
  readonly from: string
  readonly configurationSetName: string
  readonly sendingArns: string[]
  readonly tokenKey: Secret
  /** Bounces, complaints and deliveries, as SES tells them. */
  readonly deliveryEvents: Topic

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const { prefix, settings } = stageStackOf(this)
    this.from = `Evenkeel <incidents@${settings.mailDomain}>`
    this.configurationSetName = prefix

    new CfnEmailIdentity(this, 'Identity', { emailIdentity: settings.mailDomain })
    const configurationSet = new CfnConfigurationSet(this, 'ConfigurationSet', {
      name: this.configurationSetName,
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
    })
    this.sendingArns = [
      this.sesArn('identity', settings.mailDomain),
      this.sesArn('configuration-set', this.configurationSetName),
    ]

    this.deliveryEvents = new Topic(this, 'DeliveryEvents', {
      topicName: `${prefix}-delivery-events`,
      enforceSSL: true,
    })
    this.deliveryEvents.grantPublish(
      new ServicePrincipal('ses.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    const destination = new CfnConfigurationSetEventDestination(this, 'EventDestination', {
      configurationSetName: this.configurationSetName,
      eventDestination: {
        name: 'delivery-events',
        enabled: true,
        matchingEventTypes: ['bounce', 'complaint', 'delivery', 'deliveryDelay', 'reject'],
        snsDestination: { topicArn: this.deliveryEvents.topicArn },
      },
    })
    destination.addResourceDependency(configurationSet)
    destination.node.addDependency(this.deliveryEvents)

    this.tokenKey = new Secret(this, 'TokenKey', {
      description: 'Derives the tokens of acknowledge and survey links in mails.',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'tokenKey',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(this.tokenKey, {
      SMG4: 'A new key would break every acknowledge and survey link already mailed; it is changed by hand after a leak.',
    })
  }

  private sesArn(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'ses', resource, resourceName })
  }
}
