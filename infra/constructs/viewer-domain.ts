import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { type DistributionProps, SecurityPolicyProtocol } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import type { Domain } from '../stages.ts'

/** Puts a distribution under its own name, if the stage has one. */
export function certified(scope: Construct, domain?: Domain): Partial<DistributionProps> {
  if (!domain) return {}
  return {
    domainNames: [domain.name],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  }
}

/** What cdk-nag finds on every distribution here, and why that is meant. */
export function distributionFindings(domain?: Domain): Record<string, string> {
  return {
    CFR1: 'People read and report from wherever they are.',
    CFR3: 'Addresses of readers are personal data that nobody needs; requests are counted in metrics, and the API logs its own.',
    ...(!domain && {
      CFR4: 'Under CloudFront’s own name its own certificate sets the protocol; a stage with a domain asks for TLS 1.2.',
    }),
  }
}
