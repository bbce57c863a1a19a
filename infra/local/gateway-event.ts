import type { IncomingHttpHeaders } from 'node:http'
import type { MatchedRoute } from './routing.ts'

export interface GatewayRequest {
  method: string
  /** Path and query as they came. */
  url: string
  headers: IncomingHttpHeaders
  body: Buffer
  sourceIp: string
  requestId: string
  /** Real time, of the gateway's own clock: sign-in and token expiry never shift. */
  timeEpoch: number
  account: string
}

export interface GatewayAnswer {
  status: number
  headers: [string, string][]
  body: Buffer
}

const IS_TEXT = /^(text\/|application\/(json|javascript|xml|[^;]*\+(json|xml)))/i

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).filter(([name, value]) => name !== 'cookie' && value !== undefined)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  )
}

function joinedQuery(search: string): Record<string, string> | undefined {
  const joined: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(search)) {
    joined[name] = name in joined ? `${joined[name]},${value}` : value
  }
  return Object.keys(joined).length === 0 ? undefined : joined
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** `12/Mar/2020:19:03:58 +0000`, as the gateway writes it. */
function commonLogTime(epoch: number): string {
  const [, day, month, year, time] = new Date(epoch).toUTCString().split(' ')
  return `${day}/${month}/${year}:${time} +0000`
}

/**
 * The event of payload format 2.0.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function eventOf(request: GatewayRequest, { route, pathParameters }: MatchedRoute): object {
  const { headers, body, requestId, timeEpoch } = request
  const mark = request.url.indexOf('?')
  const rawPath = mark === -1 ? request.url : request.url.slice(0, mark)
  const rawQueryString = mark === -1 ? '' : request.url.slice(mark + 1)
  const query = joinedQuery(rawQueryString)
  const cookies = headers.cookie?.split(/; */).filter((cookie) => cookie !== '')
  const isBase64Encoded = body.length > 0 && !IS_TEXT.test(headers['content-type'] ?? 'text/plain')
  const domainName = headers.host ?? 'localhost'
  const parameters = Object.entries(pathParameters).map(([name, value]) => [name, decoded(value)])
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath,
    rawQueryString,
    ...(cookies && { cookies }),
    headers: {
      ...plainHeaders(headers),
      'x-forwarded-for': request.sourceIp,
      'x-forwarded-port': domainName.split(':')[1] ?? '80',
      'x-forwarded-proto': 'http',
    },
    ...(query && { queryStringParameters: query }),
    ...(parameters.length > 0 && { pathParameters: Object.fromEntries(parameters) }),
    requestContext: {
      accountId: request.account,
      apiId: 'local',
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: route.routeKey,
      stage: '$default',
      time: commonLogTime(timeEpoch),
      timeEpoch,
    },
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  }
}

/** An answer that the gateway gives of itself. */
export function gatewayMessage(status: number, message: string): GatewayAnswer {
  return {
    status,
    headers: [['content-type', 'application/json']],
    body: Buffer.from(JSON.stringify({ message })),
  }
}

type Structured = {
  statusCode?: unknown
  headers?: Record<string, string | number | boolean>
  multiValueHeaders?: Record<string, string[]>
  cookies?: string[]
  body?: unknown
  isBase64Encoded?: boolean
}

/** What a client gets for what a function returned; undefined when the gateway would not understand it. */
export function answerOf(payload: unknown): GatewayAnswer | undefined {
  const isStructured = typeof payload === 'object' && payload !== null && 'statusCode' in payload
  if (!isStructured) {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
    return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(text ?? '') }
  }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded } = payload as Structured
  const status = Number(statusCode)
  if (!Number.isInteger(status) || status < 100 || status > 599) return undefined
  const list = Object.entries(headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    String(value),
  ])
  if (!list.some(([name]) => name === 'content-type'))
    list.push(['content-type', 'text/plain; charset=utf-8'])
  for (const cookie of cookies) list.push(['set-cookie', cookie])
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { status, headers: list, body: Buffer.from(text, isBase64Encoded ? 'base64' : 'utf8') }
}
