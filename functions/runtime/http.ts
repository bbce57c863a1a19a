import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import httpRouterHandler from '@middy/http-router'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { type Verifier, verifierFor } from './authenticate.ts'
import { type Caller, callerFrom } from './caller.ts'
import { setting } from './config.ts'
import { once, recall } from './idempotency.ts'
import { readInput } from './input.ts'
import { log } from './log.ts'
import type { Answer, Operation, Sent } from './operation.ts'
import { faultBody, problemOf } from './problem.ts'
import { forbidden, notFound, Refusal } from './refusal.ts'
import type { Services } from './services.ts'
import { stale } from './stale.ts'
import { languageOf } from './text.ts'

type Event = APIGatewayProxyEventV2
type Result = APIGatewayProxyStructuredResultV2

const retriesOfUnconditionalWrites = 3

/** The noun's HTTP function: its operations behind one router, with the same checks in the same order for all. */
export function httpFunction(operations: readonly Operation[], open: () => Services) {
  const base = '/v1'
  let verifier: Verifier | undefined
  let services: Services | undefined

  const routes = operations.map((operation) => ({
    method: operation.method,
    path: base + operation.path,
    handler: async (event: Event): Promise<Result> => {
      verifier ??= verifierFor(setting('ISSUERS'))
      services ??= open()
      return resultOf(await perform(operation, event, services, verifier))
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

async function perform(
  operation: Operation,
  event: Event,
  services: Services,
  verifier: Verifier,
  attempt = 0,
): Promise<Answer> {
  const language = languageOf(event.headers['accept-language'])
  const params = decodedParameters(event)
  const callerId = await subjectOf(operation, event, verifier)

  const { query, body, refusal } = readInput(event, operation, language)

  const [person, subject] = await Promise.all([
    callerId === undefined ? undefined : services.people.read(callerId),
    operation.load?.(params, services, { callerId: callerId ?? '', query, body } as Sent<
      undefined,
      undefined
    >),
  ])
  const caller = allowed(operation, person && callerFrom(person), subject)
  if (refusal) throw refusal
  if (operation.etag) demandMatch(event.headers['if-match'], operation, subject, caller)

  const now = new Date().toISOString()
  const key = operation.creates && event.headers['idempotency-key']
  const asked = key ? once(caller.id, key, `${operation.method} ${event.rawPath}`, body) : undefined
  try {
    return await operation.perform(
      {
        caller,
        tokenSubject: callerId,
        identityOf: (idToken) => verifier.identity(idToken, new Date(event.requestContext.timeEpoch)),
        params,
        query: query as undefined,
        body: body as undefined,
        subject,
        now,
        language,
        once: asked,
        channel: event.headers['evenkeel-channel'] === 'portal' ? 'portal' : 'api',
      },
      services,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // What the first of two equal requests did may be what makes the second one impossible.
    const before = asked && error.code !== 'key_reused' && (await recall(services.table, asked, now))
    if (before) return before
    // Whoever sent no If-Match did not care which version it was: decide again on the newer one.
    const again = error.code === 'stale' && !operation.etag
    if (!again || attempt === retriesOfUnconditionalWrites) throw error
    return perform(operation, event, services, verifier, attempt + 1)
  }
}

async function subjectOf(
  { action }: Operation,
  event: Event,
  verifier: Verifier,
): Promise<string | undefined> {
  const { authorization } = event.headers
  if (action === 'anyone' && authorization === undefined) return undefined
  return verifier.subject(authorization, new Date(event.requestContext.timeEpoch))
}

const nobody: Caller = {
  id: '',
  name: '',
  email: '',
  roles: [],
  teams: [],
  locale: 'en',
  zone: 'UTC',
  may: () => false,
}

function allowed(operation: Operation, caller: Caller | undefined, subject: unknown): Caller {
  const { action, load, owns } = operation
  if (load && subject === undefined) throw notFound()
  if (action === 'anyone') return caller ?? nobody
  if (!caller) throw unknownPerson()
  const own = !load || !owns || owns(subject, caller)
  if (operation.seen && !caller.may(operation.seen, { own })) throw notFound()
  if (!caller.may(action, { own })) throw owns && !own && !operation.seen ? notFound() : forbidden()
  return caller
}

function demandMatch(
  header: string | undefined,
  { etag, current }: Operation,
  subject: unknown,
  caller: Caller,
) {
  if (header === undefined) {
    throw new Refusal('precondition_required', {
      en: 'Send If-Match with the ETag you saw last, so that nobody’s work is overwritten.',
      de: 'Senden Sie If-Match mit dem zuletzt gesehenen ETag, damit keine Arbeit überschrieben wird.',
    })
  }
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (!tags.includes(etag?.(subject, caller) ?? '')) throw stale(current?.(subject, caller))
}

const unknownPerson = () =>
  new Refusal('forbidden', {
    en: 'You are signed in, but not yet known here. Ask an administrator to add you.',
    de: 'Sie sind angemeldet, aber hier noch nicht bekannt. Bitten Sie eine Administratorin oder einen Administrator, Sie hinzuzufügen.',
  })

function decodedParameters(event: Event): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(event.pathParameters ?? {}).map(([name, value]) => [
        name,
        decodeURIComponent(value ?? ''),
      ]),
    )
  } catch {
    throw notFound()
  }
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
