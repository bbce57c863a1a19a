import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import httpRouterHandler from '@middy/http-router'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { type Verifier, verifierFor } from './authenticate.ts'
import { setting } from './config.ts'
import { log } from './log.ts'
import type { Answer, Operation } from './operation.ts'
import { perform } from './perform.ts'
import { faultBody, problemOf } from './problem.ts'
import { notFound, Refusal } from './refusal.ts'
import type { Services } from './services.ts'
import { languageOf } from './text.ts'

type Event = APIGatewayProxyEventV2
type Result = APIGatewayProxyStructuredResultV2

/** The noun's HTTP function: its operations behind one router. */
export function httpFunction(operations: readonly Operation[], open: () => Services) {
  const base = '/v1'
  let around: { services: Services; verifier: Verifier } | undefined

  const routes = operations.map((operation) => ({
    method: operation.method,
    path: base + operation.path,
    handler: async (event: Event): Promise<Result> => {
      around ??= { services: open(), verifier: verifierFor(setting('ISSUERS')) }
      return resultOf(await perform(operation, event, around))
    },
  }))

  return middy<Event, Result>()
    .use(httpHeaderNormalizer())
    .use(problems())
    .handler(
      httpRouterHandler<Event, Result>({
        routes,
        notFoundResponse: ({ path }) => {
          throw unrouted(operations, path.slice(base.length))
        },
      }),
    )
}

function unrouted(operations: readonly Operation[], path: string): Refusal {
  const shapes = operations.map((o) => new RegExp(`^${o.path.replace(/\{\w+\}/g, '[^/]+')}$`))
  if (!shapes.some((shape) => shape.test(path))) return notFound()
  return new Refusal('method_not_allowed', {
    en: 'This address exists, but not with this method.',
    de: 'Diese Adresse gibt es, aber nicht mit dieser Methode.',
  })
}

function resultOf({ status, body, etag, headers, raw }: Answer): Result {
  return {
    statusCode: status,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(etag && { etag }),
      ...headers,
    },
    body: raw ?? (body === undefined ? '' : JSON.stringify(body)),
  }
}

/** Every answer carries the product's clock and stays out of caches; every no becomes a problem document. */
function problems(): middy.MiddlewareObj<Event, Result> {
  const common = () => ({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'evenkeel-now': new Date().toISOString(),
  })
  const line = (event: Event, status: number) => ({
    method: event.requestContext.http.method,
    route: event.routeKey,
    status,
    requestId: event.requestContext.requestId,
  })
  return {
    after: ({ event, response }) => {
      if (!response) return
      response.headers = { ...common(), ...response.headers }
      log.info('answered', line(event, response.statusCode ?? 200))
    },
    onError: (request) => {
      const { event, error } = request
      if (error instanceof Refusal) {
        const { status, headers, body } = problemOf(error, languageOf(event.headers['accept-language']))
        request.response = {
          statusCode: status,
          headers: { ...common(), ...headers },
          body: JSON.stringify(body),
        }
        log.info('refused', { ...line(event, status), code: error.code })
        return
      }
      log.error('fault', { ...line(event, 500), error: error as Error })
      request.response = {
        statusCode: 500,
        headers: { ...common(), 'content-type': 'application/problem+json' },
        body: JSON.stringify(faultBody(event.requestContext.requestId)),
      }
    },
  }
}
