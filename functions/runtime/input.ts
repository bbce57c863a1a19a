import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { type FieldError, Refusal } from './refusal.ts'
import { demandShallow } from './shallow.ts'
import type { Language } from './text.ts'
import { wordingFor } from './wording.ts'

export const largestBodyBytes = 256 * 1024

type Schemas = { query?: z.ZodMiniType; body?: z.ZodMiniType }
/** `sent` is the JSON as it came, also where the schema refuses it. */
type Input = { query?: unknown; body?: unknown; sent?: unknown; refusal?: Refusal }

/** Reads what was sent before the rights are known, so that loading can begin; what is wrong with it is said after them. */
export function readInput(
  event: APIGatewayProxyEventV2,
  { query, body }: Schemas,
  language: Language,
): Input {
  let sent: unknown
  try {
    const asked = query && parseQuery(event, query, language)
    sent = body && readJson(event)
    return { sent, query: asked, body: body && parsed(body, sent, 'incomplete', language) }
  } catch (error) {
    if (error instanceof Refusal) return { sent, refusal: error }
    throw error
  }
}

/** The JSON body, as it was sent. @throws Refusal `too_large`, `unsupported_type`, `malformed`. */
function readJson(event: APIGatewayProxyEventV2): unknown {
  const text = bodyOf(event)
  if (Buffer.byteLength(text) > largestBodyBytes) throw tooLarge()
  const type = event.headers['content-type'] ?? 'application/json'
  if (!/^application\/(?:[\w.-]+\+)?json(?:;|$)/i.test(type)) throw unsupportedType()
  return jsonOf(text || '{}')
}

export const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString() : body

/** The query string as its schema reads it. @throws Refusal `malformed`. */
function parseQuery(event: APIGatewayProxyEventV2, schema: z.ZodMiniType, language: Language): unknown {
  return parsed(schema, event.queryStringParameters ?? {}, 'malformed', language)
}

/** @throws Refusal `malformed`. */
export function jsonOf(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal('malformed', {
      en: 'The body is not JSON. Check the commas and quotes.',
      de: 'Der Inhalt ist kein JSON. Prüfen Sie Kommas und Anführungszeichen.',
    })
  }
  demandShallow(value)
  return value
}

function parsed(
  schema: z.ZodMiniType,
  value: unknown,
  code: 'malformed' | 'incomplete',
  language: Language,
): unknown {
  const result = z.safeParse(schema, value, { error: wordingFor(language) })
  if (result.success) return result.data
  throw new Refusal(
    code,
    {
      en: 'Something is missing or does not fit. The list says what to change.',
      de: 'Etwas fehlt oder passt nicht. Die Liste sagt, was zu ändern ist.',
    },
    { errors: result.error.issues.map(fieldError) },
  )
}

const fieldError = ({ path, message }: z.core.$ZodIssue): FieldError => ({ path: path.join('.'), message })

export const tooLarge = () =>
  new Refusal('too_large', {
    en: 'This is too large. Up to 256 KB fit into one request.',
    de: 'Das ist zu groß. Bis zu 256 KB passen in eine Anfrage.',
  })

export const unsupportedType = () =>
  new Refusal('unsupported_type', {
    en: 'Send JSON with the content type application/json.',
    de: 'Senden Sie JSON mit dem Inhaltstyp application/json.',
  })
