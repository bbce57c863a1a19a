import { Aws, Stack } from 'aws-cdk-lib'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import type { DataStack } from './data-stack.ts'
import type { ServiceStack } from './service-stack.ts'
import { StageStack, type StageStackProps } from './stage-stack.ts'

export interface MailInStackProps extends StageStackProps {
  data: DataStack
  service: ServiceStack
}

/**
 * How mail comes in: everything for the domain is put into the bucket of large content, and a function is told. SES has
 * one active rule set in an account and region, and CloudFormation cannot make it so: whoever deploys does, once.
 */
export class MailInStack extends StageStack {
  constructor(scope: Construct, { data, service, ...props }: MailInStackProps) {
    super(scope, 'mail-in', { ...props, description: 'rules for mail that comes in.' })
    const { mailDomain } = this.settings
    const receiver = service.mailReceived.lambda

    const permission = new CfnPermission(this, 'Receives', {
      action: 'lambda:InvokeFunction',
      functionName: receiver.functionArn,
      principal: 'ses.amazonaws.com',
      sourceAccount: Aws.ACCOUNT_ID,
      sourceArn: Stack.of(this).formatArn({
        service: 'ses',
        resource: 'receipt-rule-set',
        resourceName: `${this.prefix}:receipt-rule/${this.prefix}-alerts`,
      }),
    })
    const rules = new CfnReceiptRuleSet(this, 'Rules', { ruleSetName: this.prefix })
    const rule = new CfnReceiptRule(this, 'Everything', {
      ruleSetName: rules.ref,
      rule: {
        name: `${this.prefix}-alerts`,
        enabled: true,
        recipients: [mailDomain],
        scanEnabled: true,
        tlsPolicy: 'Optional',
        actions: [
          { s3Action: { bucketName: data.content.bucketName, objectKeyPrefix: 'mail-in/' } },
          { lambdaAction: { functionArn: receiver.functionArn, invocationType: 'Event' } },
        ],
      },
    })
    rule.addResourceDependency(permission)
  }
}
