/**
 * The JSON protocols of DynamoDB, its streams and SQS, spoken plainly. Raw answers are wanted here:
 * a stream record goes into the Lambda event exactly as the wire carries it, binary values in base64 included.
 */
export class AwsJsonError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(`${code}: ${message}`)
    this.code = code
  }
}

export interface AwsJsonClient {
  call<Answer>(operation: string, body: unknown, signal?: AbortSignal): Promise<Answer>
}

interface AwsJsonTarget {
  endpoint: string
  region: string
  /** The prefix of the `X-Amz-Target` header, e.g. `DynamoDB_20120810`. */
  target: string
  service: string
  version: '1.0' | '1.1'
}

/** The local emulators read the region from the credential and check no signature. */
export function localAuthorization(region: string, service: string): string {
  const scope = `Credential=local/20260101/${region}/${service}/aws4_request`
  return `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=local`
}

function awsJson({ endpoint, region, target, service, version }: AwsJsonTarget): AwsJsonClient {
  const headers = {
    'content-type': `application/x-amz-json-${version}`,
    authorization: localAuthorization(region, service),
  }
  return {
    async call<Answer>(operation: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { ...headers, 'x-amz-target': `${target}.${operation}` },
        body: JSON.stringify(body),
        ...(signal && { signal }),
      })
      const text = await response.text()
      const answer = text === '' ? {} : JSON.parse(text)
      if (response.ok) return answer as Answer
      const code = String(answer.__type ?? answer.code ?? response.status).replace(/^.*#/, '')
      throw new AwsJsonError(code, answer.message ?? answer.Message ?? text)
    },
  }
}

export function dynamodbAt(endpoint: string, region: string): AwsJsonClient {
  return awsJson({ endpoint, region, target: 'DynamoDB_20120810', service: 'dynamodb', version: '1.0' })
}

export function streamsAt(endpoint: string, region: string): AwsJsonClient {
  return awsJson({
    endpoint,
    region,
    target: 'DynamoDBStreams_20120810',
    service: 'dynamodb',
    version: '1.0',
  })
}

export function sqsAt(endpoint: string, region: string): AwsJsonClient {
  return awsJson({ endpoint, region, target: 'AmazonSQS', service: 'sqs', version: '1.0' })
}
