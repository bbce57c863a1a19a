import { CfnOutput, Duration } from 'aws-cdk-lib'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { Construct } from 'constructs'
import { acknowledge } from '../constructs/acknowledge.ts'
import { PortalFiles } from '../constructs/portal-files.ts'
import { readPortalOutput } from '../constructs/portal-output.ts'
import { PortalServer } from '../constructs/portal-server.ts'
import { certified, distributionFindings } from '../constructs/viewer-domain.ts'
import type { EdgeStack } from './edge-stack.ts'
import type { ServiceStack } from './service-stack.ts'
import { StageStack, type StageStackProps } from './stage-stack.ts'

/** Statuses that CloudFront would otherwise keep for ten seconds. */
const errors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]

export interface PortalStackProps extends StageStackProps {
  service: ServiceStack
  edge: EdgeStack
  /** Where OpenNext put what it built of the portal. */
  portalOutput: string
}

/** The one address that people use: the portal, and the API under `/v1`. */
export class PortalStack extends StageStack {
  constructor(scope: Construct, { service, edge, portalOutput, ...props }: PortalStackProps) {
    const output = readPortalOutput(portalOutput)
    super(scope, 'portal', {
      ...props,
      crossRegionReferences: true,
      description: output
        ? 'the portal and, under /v1, the API at one address.'
        : 'one address for the API under /v1. The portal was not built with OpenNext, so it is not part of this deployment.',
    })
    const { settings } = this
    const passedOn: BehaviorOptions = {
      origin: new HttpOrigin(service.api.origin, { readTimeout: Duration.seconds(30) }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    }
    const files = output && new PortalFiles(this, 'Files', output)
    const distribution = new Distribution(this, 'Distribution', {
      comment: this.prefix,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: edge.webAclArn,
      ...certified(this, settings.portalDomain),
      defaultBehavior: passedOn,
      additionalBehaviors: { '/v1/*': passedOn, ...files?.behaviors },
      errorResponses: errors.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    })
    acknowledge(distribution, distributionFindings(settings.portalDomain))

    const [issuer] = service.issuers
    if (output && issuer) {
      new PortalServer(this, 'Portal', {
        output,
        api: service.api,
        environment: {
          EVENKEEL_API_URL: `https://${service.api.origin}`,
          PORTAL_URL: settings.portalUrl,
          STATUS_URL: settings.statusUrl,
          OIDC_ISSUER: issuer.issuer,
          OIDC_CLIENT_ID: issuer.clientId,
        },
      })
    }
    new CfnOutput(this, 'DistributionDomain', { value: distribution.distributionDomainName })
  }
}
