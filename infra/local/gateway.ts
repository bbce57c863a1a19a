import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { LocalRoute } from './app-model.ts'
import { answerOf, eventOf, type GatewayAnswer, gatewayMessage } from './gateway-event.ts'
import type { InvocationResult } from './invocation.ts'
import { type MatchedRoute, routerOf } from './routing.ts'

/** What API Gateway takes at most, in bytes. */
const BODY_LIMIT = 10 * 1024 * 1024
/** The longest that API Gateway waits for an integration. */
const LONGEST_WAIT_MS = 30_000

/** API Gateway itself says this in bare JSON; whoever tries the API here reads it as every other no. */
const tooLarge: GatewayAnswer = {
  status: 413,
  headers: [['content-type', 'application/problem+json']],
  body: Buffer.from(
    JSON.stringify({
      type: 'urn:evenkeel:problem:too_large',
      title: 'Too large',
      status: 413,
      detail: 'This is too large. Up to 256 KB fit into one request.',
      code: 'too_large',
    }),
  ),
}

type RoutedAnswer = GatewayAnswer & { route?: string }

export interface GatewayOptions {
  routes: LocalRoute[]
  account: string
  invoke: (functionName: string, event: unknown) => Promise<InvocationResult>
  log: (entry: object) => void
}

/** Reads the body, or answers undefined when it is too large; the rest is then read and dropped. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= BODY_LIMIT) chunks.push(chunk)
  }
  return bytes > BODY_LIMIT ? undefined : Buffer.concat(chunks)
}

function addressOf(request: IncomingMessage): string {
  return request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1'
}

/** Stands where the HTTP API stands: routes, payload format 2.0 in both directions, limits and bare refusals. */
export function createGateway({ routes, account, invoke, log }: GatewayOptions): Server {
  const match = routerOf(routes)

  async function answer(request: IncomingMessage, requestId: string): Promise<RoutedAnswer> {
    const body = await bodyOf(request)
    if (!body) return tooLarge
    const { method = 'GET', url = '/' } = request
    const matched = match(method, url.split('?')[0] ?? '/')
    if (!matched) return gatewayMessage(404, 'Not Found')
    return { ...(await integrationAnswer(request, requestId, matched, body)), route: matched.route.routeKey }
  }

  async function integrationAnswer(
    request: IncomingMessage,
    requestId: string,
    matched: MatchedRoute,
    body: Buffer,
  ): Promise<GatewayAnswer> {
    const { method = 'GET', url = '/', headers } = request
    const sourceIp = addressOf(request)
    const timeEpoch = Date.now()
    const event = eventOf({ method, url, headers, body, sourceIp, requestId, timeEpoch, account }, matched)
    const wait = Math.min(matched.route.timeoutMs, LONGEST_WAIT_MS)
    const result = await withinTime(invoke(matched.route.functionName, event), wait)
    if (!result) return gatewayMessage(503, 'Service Unavailable')
    const understood = result.fault ? undefined : answerOf(result.payload)
    return understood ?? gatewayMessage(500, 'Internal Server Error')
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID()
    const began = performance.now()
    const { status, headers, body, route } = await answer(request, requestId)
    response.writeHead(
      status,
      [...headers, ['apigw-requestid', requestId], ['content-length', String(body.length)]].flat(),
    )
    response.end(request.method === 'HEAD' ? undefined : body)
    const milliseconds = Math.round(performance.now() - began)
    log({
      message: 'request',
      method: request.method,
      // Never the path: links carry their token in it.
      route,
      status,
      milliseconds,
      requestId,
    })
  }

  return createServer((request, response) => {
    serve(request, response).catch((error) => {
      log({ level: 'error', message: String(error) })
      response.destroy()
    })
  })
}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), milliseconds)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
