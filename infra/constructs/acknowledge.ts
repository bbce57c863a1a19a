import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/**
 * Accepts findings of cdk-nag on one construct, each for a written reason. A rule that reports several findings is
 * named with the one that is meant: `IAM5[Resource::*]`.
 */
export function acknowledge(construct: IConstruct, findings: Record<string, string>): void {
  for (const [rule, reason] of Object.entries(findings)) {
    Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason })
  }
}
