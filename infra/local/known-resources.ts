import { UnknownInTemplate } from './resolution.ts'
import type { Assembly, Resource } from './template.ts'

/** Types that the local run acts out, with the properties that it understands. */
const ACTED_OUT: Record<string, string> = {
  'AWS::DynamoDB::Table':
    'TableName KeySchema AttributeDefinitions GlobalSecondaryIndexes BillingMode StreamSpecification TimeToLiveSpecification PointInTimeRecoverySpecification DeletionProtectionEnabled SSESpecification Tags TableClass ContributorInsightsSpecification',
  'AWS::DynamoDB::GlobalTable':
    'TableName KeySchema AttributeDefinitions GlobalSecondaryIndexes BillingMode StreamSpecification TimeToLiveSpecification SSESpecification Replicas',
  'AWS::SQS::Queue':
    'QueueName VisibilityTimeout MessageRetentionPeriod RedrivePolicy RedriveAllowPolicy SqsManagedSseEnabled KmsMasterKeyId ReceiveMessageWaitTimeSeconds Tags',
  'AWS::SNS::Topic': 'TopicName DisplayName KmsMasterKeyId Tags TracingConfig',
  'AWS::SNS::Subscription': 'TopicArn Protocol Endpoint RawMessageDelivery RedrivePolicy',
  'AWS::S3::Bucket':
    'BucketName BucketEncryption PublicAccessBlockConfiguration OwnershipControls VersioningConfiguration LifecycleConfiguration LoggingConfiguration CorsConfiguration Tags AccessControl',
  'AWS::Lambda::Function':
    'FunctionName Code Handler Role Runtime Architectures Description Environment MemorySize Timeout Tags TracingConfig LoggingConfig ReservedConcurrentExecutions EphemeralStorage DeadLetterConfig RecursiveLoop',
  'AWS::Lambda::EventSourceMapping':
    'FunctionName EventSourceArn BatchSize MaximumBatchingWindowInSeconds StartingPosition FunctionResponseTypes FilterCriteria ScalingConfig Enabled BisectBatchOnFunctionError MaximumRetryAttempts MaximumRecordAgeInSeconds ParallelizationFactor DestinationConfig Tags MetricsConfig',
  'AWS::ApiGatewayV2::Api':
    'Name ProtocolType Description DisableExecuteApiEndpoint CorsConfiguration Tags IpAddressType',
  'AWS::ApiGatewayV2::Stage':
    'ApiId StageName AutoDeploy DefaultRouteSettings AccessLogSettings Description Tags RouteSettings',
  'AWS::ApiGatewayV2::Integration':
    'ApiId IntegrationType IntegrationUri IntegrationMethod PayloadFormatVersion TimeoutInMillis Description',
  'AWS::ApiGatewayV2::Route': 'ApiId RouteKey Target AuthorizationType OperationName',
  'AWS::StepFunctions::StateMachine':
    'StateMachineName DefinitionString Definition DefinitionSubstitutions RoleArn StateMachineType LoggingConfiguration TracingConfiguration Tags EncryptionConfiguration',
  'AWS::Scheduler::Schedule':
    'Name Description ScheduleExpression ScheduleExpressionTimezone State Target FlexibleTimeWindow GroupName',
  'AWS::Events::Rule': 'Name Description ScheduleExpression EventPattern State Targets RoleArn Tags',
  'AWS::SecretsManager::Secret': 'Name Description GenerateSecretString Tags KmsKeyId',
}

/** Types without a counterpart on one machine, and what stands in their place. */
const STOOD_IN: Record<string, string> = {
  'AWS::ApiGatewayV2::ApiMapping': 'domain',
  'AWS::ApiGatewayV2::DomainName': 'domain',
  'AWS::Backup::BackupPlan': 'backup',
  'AWS::Backup::BackupSelection': 'backup',
  'AWS::Backup::BackupVault': 'backup',
  'AWS::CDK::Metadata': 'metadata',
  'AWS::CertificateManager::Certificate': 'domain',
  'AWS::CloudFront::CachePolicy': 'edge',
  'AWS::CloudFront::Distribution': 'edge',
  'AWS::CloudFront::Function': 'edge',
  'AWS::CloudFront::OriginAccessControl': 'edge',
  'AWS::CloudFront::OriginRequestPolicy': 'edge',
  'AWS::CloudFront::ResponseHeadersPolicy': 'edge',
  'AWS::CloudWatch::Alarm': 'alarm',
  'AWS::CloudWatch::CompositeAlarm': 'alarm',
  'AWS::CloudWatch::Dashboard': 'dashboard',
  'AWS::Cognito::UserPool': 'identity',
  'AWS::Cognito::UserPoolClient': 'identity',
  'AWS::Cognito::UserPoolDomain': 'identity',
  'AWS::Cognito::UserPoolGroup': 'identity',
  'AWS::Cognito::UserPoolResourceServer': 'identity',
  'AWS::IAM::ManagedPolicy': 'permissions',
  'AWS::IAM::Policy': 'permissions',
  'AWS::IAM::Role': 'permissions',
  'AWS::KMS::Alias': 'encryption',
  'AWS::KMS::Key': 'encryption',
  'AWS::Lambda::Permission': 'permissions',
  'AWS::Logs::LogGroup': 'logs',
  'AWS::Logs::MetricFilter': 'logs',
  'AWS::Logs::ResourcePolicy': 'logs',
  'AWS::Route53::RecordSet': 'domain',
  'AWS::S3::BucketPolicy': 'permissions',
  'AWS::Scheduler::ScheduleGroup': 'grouping',
  'AWS::SES::ConfigurationSet': 'mail',
  'AWS::SES::ConfigurationSetEventDestination': 'mail',
  'AWS::SES::EmailIdentity': 'mail',
  'AWS::SES::ReceiptRule': 'mail',
  'AWS::SES::ReceiptRuleSet': 'mail',
  'AWS::SNS::TopicPolicy': 'permissions',
  'AWS::SQS::QueuePolicy': 'permissions',
  'AWS::SSM::Parameter': 'settings',
  'AWS::WAFv2::IPSet': 'edge',
  'AWS::WAFv2::LoggingConfiguration': 'edge',
  'AWS::WAFv2::WebACL': 'edge',
  'AWS::WAFv2::WebACLAssociation': 'edge',
}

const actedOut = new Map(Object.entries(ACTED_OUT).map(([type, list]) => [type, new Set(list.split(' '))]))

function complaintsAbout(resource: Resource): string[] {
  if (resource.type in STOOD_IN) return []
  const where = `${resource.stack}: ${resource.logicalId}`
  const known = actedOut.get(resource.type)
  if (!known) return [`${where} is a ${resource.type}`]
  return Object.keys(resource.properties)
    .filter((property) => !known.has(property))
    .map((property) => `${where} (${resource.type}) has ${property}`)
}

/** @throws UnknownInTemplate naming every type and property that the local run does not know. */
export function refuseUnknown(assembly: Assembly): void {
  const complaints = [...assembly.stacks.values()].flatMap((stack) =>
    [...stack.resources.values()].flatMap(complaintsAbout),
  )
  if (complaints.length === 0) return
  throw new UnknownInTemplate(
    `The local run does not know this of the synthesized app (infra/local/known-resources.ts):\n  ${complaints.join('\n  ')}`,
  )
}
