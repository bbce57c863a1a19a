import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'
import { StageStack, type StageStackProps } from './stage-stack.ts'

/** Requests from one address in five minutes; an office of hundreds shares one address. */
const requestsPerAddress = 6000

const managed = (name: string) => ({ managedRuleGroupStatement: { vendorName: 'AWS', name } })

/** The firewall before the portal's distribution; CloudFront reads it in us-east-1 only. */
export class EdgeStack extends StageStack {
  readonly webAclArn: string

  constructor(scope: Construct, props: StageStackProps) {
    super(scope, 'edge', {
      ...props,
      region: 'us-east-1',
      crossRegionReferences: true,
      description: 'the firewall before the portal.',
    })
    const seen = (metricName: string) => ({
      metricName: `${this.prefix}-${metricName}`,
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: true,
    })
    const webAcl = new CfnWebACL(this, 'WebAcl', {
      name: this.prefix,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('requests'),
      rules: [
        {
          name: 'too-many-requests',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsPerAddress } },
          visibilityConfig: seen('too-many-requests'),
        },
        {
          name: 'bad-reputation',
          priority: 1,
          overrideAction: { none: {} },
          statement: managed('AWSManagedRulesAmazonIpReputationList'),
          visibilityConfig: seen('bad-reputation'),
        },
        {
          // Incidents quote attacks: what looks like one in a text is counted, never refused.
          name: 'suspicious-content',
          priority: 2,
          overrideAction: { count: {} },
          statement: managed('AWSManagedRulesCommonRuleSet'),
          visibilityConfig: seen('suspicious-content'),
        },
      ],
    })
    this.webAclArn = webAcl.attrArn
  }
}
