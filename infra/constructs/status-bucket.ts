import { Aws, Stack } from 'aws-cdk-lib'
import type { StageSettings } from '../stages.ts'
import { acknowledge } from './acknowledge.ts'
import type { ServiceFunction } from './service-function.ts'

/** Known without asking the other region's stack, so that neither stack waits for the other. */
export function statusBucketName(settings: StageSettings): string {
  return `evenkeel-${settings.name}-status-${Aws.ACCOUNT_ID}`
}

/** Lets a function put and remove the files of the status site. */
export function publishesStatus(fn: ServiceFunction, settings: StageSettings): ServiceFunction {
  const bucket = statusBucketName(settings)
  const files = Stack.of(fn).formatArn({
    service: 's3',
    region: '',
    account: '',
    resource: bucket,
    resourceName: '*',
  })
  acknowledge(fn, {
    [`IAM5[Resource::arn:aws:s3:::evenkeel-${settings.name}-status-<AWS::AccountId>/*]`]:
      'The publisher owns every file of the status site, and nothing else.',
  })
  return fn
    .set('STATUS_BUCKET', bucket)
    .set('STATUS_BUCKET_REGION', settings.statusRegion)
    .allow(['s3:PutObject', 's3:DeleteObject'], [files])
}
