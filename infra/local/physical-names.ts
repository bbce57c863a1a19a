import type { Resource } from './template.ts'

export interface LocalNames {
  account: string
  region: string
  storesEndpoint: string
  apiUrl: string
  clientId: string
}

type NameOf = (property: string) => string | undefined

/** The property by which a template may fix a resource's name. */
const NAME_PROPERTY: Record<string, string> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SSM::Parameter': 'Name',
}

function physicalName(resource: Resource, nameOf: NameOf): string {
  const property = NAME_PROPERTY[resource.type]
  const named = property === undefined ? undefined : nameOf(property)
  const name = named ?? `${resource.stack}-${resource.logicalId}`
  return resource.type === 'AWS::S3::Bucket' ? name.toLowerCase().slice(0, 63) : name
}

function arnOf(resource: Resource, name: string, { account, region }: LocalNames): string {
  const at = `${region}:${account}`
  switch (resource.type) {
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      return `arn:aws:dynamodb:${at}:table/${name}`
    case 'AWS::SQS::Queue':
      return `arn:aws:sqs:${at}:${name}`
    case 'AWS::SNS::Topic':
      return `arn:aws:sns:${at}:${name}`
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name}`
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${at}:function:${name}`
    case 'AWS::StepFunctions::StateMachine':
      return `arn:aws:states:${at}:stateMachine:${name}`
    case 'AWS::SecretsManager::Secret':
      return `arn:aws:secretsmanager:${at}:secret:${name}`
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${account}:role/${name}`
    case 'AWS::Cognito::UserPool':
      return `arn:aws:cognito-idp:${at}:userpool/${name}`
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:${at}:log-group:${name}:*`
    default:
      return `arn:aws:local:${at}:${resource.type.split('::').slice(1).join('-').toLowerCase()}/${name}`
  }
}

/** What `Ref` answers: a URL for queues, an ARN for topics and machines, a name for most. */
export function referenceTo(resource: Resource, nameOf: NameOf, names: LocalNames): string {
  const name = physicalName(resource, nameOf)
  switch (resource.type) {
    case 'AWS::SQS::Queue':
      return `${names.storesEndpoint}/${names.account}/${name}`
    case 'AWS::SNS::Topic':
    case 'AWS::StepFunctions::StateMachine':
    case 'AWS::SecretsManager::Secret':
      return arnOf(resource, name, names)
    case 'AWS::Lambda::Alias':
    case 'AWS::Lambda::Version':
      return nameOf('FunctionName') ?? name
    case 'AWS::Cognito::UserPoolClient':
      return names.clientId
    default:
      return name
  }
}

export function attributeOf(
  resource: Resource,
  attribute: string,
  nameOf: NameOf,
  names: LocalNames,
): string {
  const name = physicalName(resource, nameOf)
  switch (attribute) {
    case 'Arn':
    case 'TopicArn':
      return arnOf(resource, name, names)
    case 'QueueName':
    case 'TopicName':
    case 'Name':
      return name
    case 'QueueUrl':
      return referenceTo(resource, nameOf, names)
    case 'StreamArn':
      return `${arnOf(resource, name, names)}/stream/local`
    case 'FunctionArn':
      return nameOf('FunctionName') ?? name
    case 'ApiEndpoint':
      return names.apiUrl
    case 'ClientId':
      return names.clientId
    case 'ProviderName':
      return `cognito-idp.${names.region}.amazonaws.com/${name}`
    case 'ProviderURL':
      return `https://cognito-idp.${names.region}.amazonaws.com/${name}`
    case 'DomainName':
    case 'RegionalDomainName':
      return `${name}.s3.${names.region}.amazonaws.com`
    default:
      return `${name}.${attribute}`
  }
}
