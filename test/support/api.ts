import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import * as z from 'zod/mini'
import type { IncidentRepresentation } from '../../functions/incidents/representation.ts'
import type { Person } from '../../functions/people/person.ts'
import { httpFunction } from '../../functions/runtime/http.ts'
import { log } from '../../functions/runtime/log.ts'
import type { Operation } from '../../functions/runtime/operation.ts'
import { openServices } from '../../functions/runtime/services.ts'
import { openTable } from '../../functions/runtime/table.ts'
import { Settings } from '../../functions/settings/settings.ts'
import people from '../../infra/local/demo/people.json' with { type: 'json' }
import settings from '../../infra/local/demo/settings.json' with { type: 'json' }
import { meter } from './meter.ts'
import { startSignIn, type TokenOptions } from './sign-in.ts'

export type Headers = Record<string, string>
/** An entry, a row or a notification, of which a test reads what it expects to be there. */
type Item = {
  id: string
  seq: number
  type: string
  text?: string
  visibility: string
  [more: string]: unknown
}
type Problem = { code: string; detail: string; title: string; errors: { path: string; message: string }[] }
type Body = IncidentRepresentation &
  Problem & { items: Item[]; warnings?: unknown[]; nextCursor?: string; current?: IncidentRepresentation }
export type Reply = { status: number; headers: Headers; etag: string; body: Body; text: string }
export type Request = { body?: unknown; headers?: Headers; token?: string }

export const demoPeople = people as Person[]
export const demoSettings = z.parse(Settings, settings)

/** Where a table is: its name and its endpoint. */
export type Place = { name: string; endpoint: string }

const clientFor = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })

/**
 * The product's HTTP functions in this process, over a table with the demo's people and settings:
 * each call is an event of the gateway, each token is signed, each read and write is counted.
 */
export async function openApi(operations: readonly Operation[], place: Place) {
  log.setLogLevel('SILENT')
  const [client, aside] = [clientFor(place.endpoint), clientFor(place.endpoint)]
  const signIn = await startSignIn()
  process.env.ISSUERS = signIn.issuers
  const services = openServices(openTable(place.name, client))
  await plant(openServices(openTable(place.name, aside)))
  const table = await meter(client, aside, place.name)
  const handler = httpFunction(operations, () => services)

  async function send(method: string, path: string, request: Request = {}): Promise<Reply> {
    const event = eventOf(method, path, request)
    return replyOf(await handler(event, { getRemainingTimeInMillis: () => 10_000 } as Context))
  }

  return {
    services,
    client: aside,
    table: place.name,
    send,
    count: table.count,
    unsignedTokenFor: signIn.unsignedTokenFor,
    tokenFor: signIn.tokenFor,

    /** Calls as this person, signed in. */
    async as(person: string, options?: TokenOptions) {
      const token = await signIn.tokenFor(person, options)
      const call = (method: string) => (path: string, body?: unknown, headers?: Headers) =>
        send(method, path, { body, headers, token })
      return {
        get: (path: string, headers?: Headers) => send('GET', path, { headers, token }),
        post: call('POST'),
        patch: call('PATCH'),
        put: call('PUT'),
        delete: call('DELETE'),
      }
    },

    stop() {
      client.destroy()
      aside.destroy()
      return signIn.stop()
    },
  }
}

export type Api = Awaited<ReturnType<typeof openApi>>
export type Visitor = Awaited<ReturnType<Api['as']>>

async function plant(services: ReturnType<typeof openServices>): Promise<void> {
  await Promise.all(demoPeople.map((person) => services.people.write(person)))
  await services.settings.replace(demoSettings, 0, new Date().toISOString())
}

let requests = 0

function eventOf(method: string, path: string, { body, headers, token }: Request): APIGatewayProxyEventV2 {
  const [rawPath = '', rawQueryString = ''] = `/v1${path}`.split('?')
  const query = Object.fromEntries(new URLSearchParams(rawQueryString))
  const http = { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' }
  return {
    version: '2.0',
    routeKey: `ANY ${rawPath}`,
    rawPath,
    rawQueryString,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(rawQueryString && { queryStringParameters: query }),
    requestContext: {
      http,
      requestId: `request-${++requests}`,
      routeKey: `ANY ${rawPath}`,
      stage: '$default',
      timeEpoch: Date.now(),
    } as APIGatewayProxyEventV2['requestContext'],
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  }
}

function replyOf({ statusCode, headers, body }: APIGatewayProxyStructuredResultV2): Reply {
  const text = body ?? ''
  const plain = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]),
  )
  return {
    status: statusCode ?? 0,
    headers: plain,
    etag: plain.etag ?? '',
    body: /^application\/(problem\+)?json/.test(plain['content-type'] ?? '') ? JSON.parse(text) : undefined,
    text,
  }
}
