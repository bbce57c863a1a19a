import { Aws, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledge } from '../constructs/acknowledge.ts'
import { IncidentTable } from '../constructs/incident-table.ts'
import { StageStack, type StageStackProps } from './stage-stack.ts'

/** What must outlive every deployment. */
export class DataStack extends StageStack {
  readonly table: IncidentTable
  readonly content: Bucket

  constructor(scope: Construct, props: StageStackProps) {
    super(scope, 'data', { ...props, description: 'the table and the bucket of large content.' })
    this.table = new IncidentTable(this, 'Incidents')
    this.content = new Bucket(this, 'Content', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(35),
        },
      ],
    })
    // SES puts what comes in by mail here, before anybody looked at it.
    this.content.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.content.arnForObjects('mail-in/*')],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    acknowledge(this.content, {
      S1: 'Who put or read which object stands in the timeline of its incident; a second log would only copy addresses.',
    })
    new CfnOutput(this, 'TableName', { value: this.table.table.tableName })
    new CfnOutput(this, 'ContentBucketName', { value: this.content.bucketName })
  }
}
