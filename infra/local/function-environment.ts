import { join } from 'node:path'
import type { LocalFunction } from './app-model.ts'
import type { Place } from './place.ts'
import { loopback, publicAddresses } from './ports.ts'

/**
 * Everything that makes a function local: where its services answer. The rest is as in the template.
 * The addresses of this copy stand over those of the template, which was synthesized for one base port.
 * With a port of the fault proxy, the services that can be disturbed answer there.
 */
export function environmentAt(place: Place, proxyPort: () => number | undefined = () => undefined) {
  const { ports, region } = place
  const at = publicAddresses(ports)
  const stores = loopback(ports.stores)
  const services: Record<string, string> = {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_ENDPOINT_URL_DYNAMODB: loopback(ports.dynamodb),
    AWS_ENDPOINT_URL_SQS: stores,
    // Text messages go to the inbox. No function publishes to a topic.
    AWS_ENDPOINT_URL_SNS: loopback(ports.mail),
    AWS_ENDPOINT_URL_S3: stores,
    AWS_ENDPOINT_URL_SFN: loopback(ports.worker),
    AWS_ENDPOINT_URL_SES: loopback(ports.mail),
    AWS_ENDPOINT_URL_SESV2: loopback(ports.mail),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: loopback(ports.secrets),
    TZ: 'UTC',
    // A cold start compiles half a megabyte; a third of its time is saved by keeping that.
    NODE_COMPILE_CACHE: join(place.root, 'build', 'compile-cache'),
    PATH: '/usr/local/bin:/usr/bin:/bin',
    NODE_OPTIONS: '',
  }
  const issuer = {
    issuer: at.issuer,
    jwksUri: `${loopback(ports.identity)}/jwks`,
    clientId: 'evenkeel-portal',
  }
  const addresses: Record<string, string> = {
    PORTAL_URL: at.portal,
    API_URL: at.api,
    STATUS_URL: at.status,
    ISSUERS: JSON.stringify([issuer]),
  }
  const disturbed = (proxy: string): Record<string, string> => ({
    AWS_ENDPOINT_URL_DYNAMODB: proxy,
    AWS_ENDPOINT_URL_SQS: proxy,
    AWS_ENDPOINT_URL_SNS: proxy,
    AWS_ENDPOINT_URL_SES: proxy,
  })
  // A client of SQS takes the address in a queue's URL for its endpoint.
  const withQueuesAt = (proxy: string, environment: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(environment).map(([key, value]) => [key, value.replaceAll(stores, proxy)]),
    )
  return (definition: LocalFunction): Record<string, string> => {
    const { environment, name, memoryMb } = definition
    const overridden = Object.entries(addresses).filter(([key]) => key in environment)
    const port = proxyPort()
    const proxy = port === undefined ? undefined : loopback(port)
    return {
      ...(proxy === undefined ? environment : withQueuesAt(proxy, environment)),
      ...services,
      ...(proxy !== undefined && disturbed(proxy)),
      // SDKs say it in their User-Agent, by which a disturbance knows who calls.
      AWS_SDK_UA_APP_ID: name,
      ...Object.fromEntries(overridden),
      // The status site's bucket is served by a process that stands without anything else.
      ...('STATUS_BUCKET' in environment && { AWS_ENDPOINT_URL_S3: loopback(ports.status) }),
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    }
  }
}
