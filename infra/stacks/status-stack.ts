import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledge } from '../constructs/acknowledge.ts'
import { statusBucketName } from '../constructs/status-bucket.ts'
import { certified, distributionFindings } from '../constructs/viewer-domain.ts'
import { StageStack, type StageStackProps } from './stage-stack.ts'

/** The public status site: files in another region, which answer while everything else is down. */
export class StatusStack extends StageStack {
  constructor(scope: Construct, props: StageStackProps) {
    const { settings } = props
    super(scope, 'status', {
      ...props,
      region: settings.statusRegion,
      description: 'the public status site, apart from all the rest.',
    })
    const bucket = new Bucket(this, 'Site', {
      bucketName: statusBucketName(settings),
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(bucket, { S1: 'Public files with one writer; who reads them is nobody’s business.' })

    const distribution = new Distribution(this, 'Distribution', {
      comment: `${this.prefix} status`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...certified(this, settings.statusDomain),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: new CachePolicy(this, 'Fresh', {
          comment: 'A change is seen within ten seconds, and a crowd costs one read.',
          minTtl: Duration.seconds(0),
          defaultTtl: Duration.seconds(10),
          maxTtl: Duration.seconds(60),
          enableAcceptEncodingBrotli: true,
          enableAcceptEncodingGzip: true,
        }),
        responseHeadersPolicy: this.securityHeaders(),
      },
      // A bucket that may not be listed says 403 for what is not there.
      errorResponses: [
        {
          httpStatus: 403,
          responseHttpStatus: 404,
          responsePagePath: '/index.html',
          ttl: Duration.seconds(10),
        },
      ],
    })
    acknowledge(distribution, {
      ...distributionFindings(settings.statusDomain),
      CFR2: 'Files that take no input have nothing for a firewall to guard.',
    })
    new CfnOutput(this, 'DistributionDomain', { value: distribution.distributionDomainName })
  }

  /** The site runs no script, loads nothing from elsewhere and is framed by nobody. */
  private securityHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'SecurityHeaders', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy:
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
    })
  }
}
