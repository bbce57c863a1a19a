import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Verifier } from './authenticate.ts'
import { callerFrom } from './caller.ts'
import { allowed, demandMatch, isOpen } from './checks.ts'
import { once, recall } from './idempotency.ts'
import { bodyOf, readInput } from './input.ts'
import type { Answer, Keyed, Operation, Sent } from './operation.ts'
import { notFound, Refusal } from './refusal.ts'
import type { Services } from './services.ts'
import { languageOf } from './text.ts'

type Event = APIGatewayProxyEventV2
type Around = { services: Services; verifier: Verifier }

const retriesAfterOthers = 3
const longestParameter = 128

/**
 * Performs one operation. Every operation has the same checks in the same order: the token, the subject,
 * the rights, the form of the input, the version, what is possible now, and what the input lacks.
 */
export async function perform(
  operation: Operation,
  event: Event,
  around: Around,
  attempt = 0,
): Promise<Answer> {
  const { services, verifier } = around
  const language = languageOf(event.headers['accept-language'])
  const receivedAt = new Date(event.requestContext.timeEpoch)
  const callerId = await subjectOf(operation, event, verifier, receivedAt)
  const params = decodedParameters(event)
  const { query, body, refusal, sent } = readInput(event, operation, language)
  const keyed = keyedOf(event)

  const [person, settings, subject] = await Promise.all([
    callerId === undefined ? undefined : services.people.read(callerId),
    isOpen(operation) ? undefined : services.settings.current(),
    operation.load?.(params, services, { callerId: callerId ?? '', query, body, keyed } as Sent<
      undefined,
      undefined
    >),
  ])
  const caller = allowed(operation, person && callerFrom(person, { teams: settings?.teams ?? [] }), subject)
  if (refusal && refusal.code !== 'incomplete') throw refusal
  if (operation.etag) demandMatch(event.headers['if-match'], operation, subject, caller)
  operation.demandPossible?.(subject, caller, sent)
  if (refusal) throw refusal

  const now = new Date().toISOString()
  const key = operation.creates && event.headers['idempotency-key']
  const asked = key ? once(caller.id, key, `${operation.method} ${event.rawPath}`, body) : undefined
  try {
    return await operation.perform(
      {
        caller,
        tokenSubject: callerId,
        identityOf: (idToken) => verifier.identity(idToken, receivedAt),
        params,
        query: query as undefined,
        body: body as undefined,
        subject,
        now,
        language,
        once: asked,
        channel: event.headers['evenkeel-channel'] === 'portal' ? 'portal' : 'api',
        keyed,
      },
      services,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // What the first of two equal requests did may be what makes the second one impossible.
    const before = asked && error.code !== 'key_reused' && (await recall(services.table, asked, now))
    if (before) return before
    // Somebody was faster: decide again on what is there now, which also tells whether the caller had seen it.
    if (error.code !== 'stale' || attempt === retriesAfterOthers) throw error
    return perform(operation, event, around, attempt + 1)
  }
}

async function subjectOf(
  { action }: Operation,
  event: Event,
  verifier: Verifier,
  receivedAt: Date,
): Promise<string | undefined> {
  const { authorization } = event.headers
  if (action === 'key') return undefined
  if (action === 'anyone' && authorization === undefined) return undefined
  return verifier.subject(authorization, receivedAt)
}

function keyedOf(event: Event): Keyed {
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(event.headers.authorization ?? '') ?? []
  const key = bearer ?? event.queryStringParameters?.key
  return { key, contentType: event.headers['content-type'], text: bodyOf(event) }
}

/** Nothing here has a longer name than this, so a longer one names nothing. */
function decodedParameters(event: Event): Record<string, string> {
  try {
    const params = Object.fromEntries(
      Object.entries(event.pathParameters ?? {}).map(([name, value]) => [
        name,
        decodeURIComponent(value ?? ''),
      ]),
    )
    if (Object.values(params).every(({ length }) => length <= longestParameter)) return params
  } catch {
    // Not percent-encoded text: the same answer as below.
  }
  throw notFound()
}
