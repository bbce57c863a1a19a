import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { type BehaviorOptions, CachePolicy, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { PortalOutput } from './portal-output.ts'

/** Styles, scripts and images of the portal. Files of earlier versions stay for pages that are still open. */
export class PortalFiles extends Construct {
  readonly behaviors: Record<string, BehaviorOptions>

  constructor(scope: Construct, id: string, output: PortalOutput) {
    super(scope, id)
    const bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(bucket, { S1: 'Public files of the product; who reads them is nobody’s business.' })
    for (const [index, { folder, prefix }] of output.files.entries()) {
      new BucketDeployment(this, `Copy${index}`, {
        sources: [Source.asset(folder)],
        destinationBucket: bucket,
        destinationKeyPrefix: prefix,
        prune: false,
        memoryLimit: 512,
        cacheControl: [CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
      })
    }

    const origin = S3BucketOrigin.withOriginAccessControl(bucket, { originPath: `/${output.filesPrefix}` })
    const behavior: BehaviorOptions = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    }
    this.behaviors = Object.fromEntries(output.filePaths.map((path) => [`/${path}`, behavior]))
  }
}
