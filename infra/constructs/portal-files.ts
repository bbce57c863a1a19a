import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { type BehaviorOptions, CachePolicy, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
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
      const copy = new BucketDeployment(this, `Copy${index}`, {
        sources: [Source.asset(folder)],
        destinationBucket: bucket,
        destinationKeyPrefix: prefix,
        prune: false,
        memoryLimit: 512,
        cacheControl: [CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
      })
      acknowledgeCopier(copy, bucket)
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

/** CDK's own function copies the files; its rights and its runtime are not ours to choose. */
function acknowledgeCopier({ handlerRole }: BucketDeployment, bucket: Bucket): void {
  const copier = handlerRole.node.scope
  if (!copier) throw new Error('The copier of files has no role of its own.')
  const stack = Stack.of(bucket)
  const files = stack.getLogicalId(bucket.node.defaultChild as CfnBucket)
  const assets = `arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}/*`
  const reason = 'CDK’s copier of files reads its assets and writes this bucket, while a deployment runs.'
  const actions = ['Abort', 'DeleteObject', 'GetBucket', 'GetObject', 'List']
  acknowledge(copier, {
    L1: 'CDK chooses the runtime of its copier.',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': reason,
    [`IAM5[Resource::<${files}.Arn>/*]`]: reason,
    [`IAM5[Resource::${assets}]`]: reason,
    ...Object.fromEntries(actions.map((action) => [`IAM5[Action::s3:${action}*]`, reason])),
  })
}
