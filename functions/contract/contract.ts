import * as z from 'zod/mini'
import { rolesFor } from '../people/access.ts'
import type { Operation } from '../runtime/operation.ts'
import { roles } from '../runtime/roles.ts'
import { type Shapes, schemaOf, withReferences } from './schema.ts'

const reference = (name: string) => ({ $ref: `#/components/responses/${name}` })
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  code: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  legalMoves: z.optional(z.array(z.string())),
  current: z.optional(z.unknown()),
})

/** The OpenAPI 3.1 document of these operations, made of the schemas that validate them. */
export function contractOf(operations: readonly Operation[], shapes: Shapes = {}) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describe(operation),
    }
  }
  const { rest, schemas } = withReferences(paths, shapes)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Evenkeel',
      version: '1',
      description: 'Incident management. Refusals are problem documents (RFC 9457).',
    },
    servers: [{ url: '/v1' }],
    paths: rest,
    components: {
      securitySchemes: {
        person: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        key: { type: 'http', scheme: 'bearer', description: 'The key of a source or a heartbeat.' },
        keyInAddress: { type: 'apiKey', in: 'query', name: 'key' },
      },
      schemas: { Problem: schemaOf(Problem, 'output'), ...schemas },
      responses: {
        Malformed: problem('The request could not be read; `errors` says where.'),
        Unauthenticated: problem('No token, or one that is not valid (any more).'),
        Forbidden: problem('Visible, but not allowed.'),
        NotFound: problem('Not there, or not yours: the same answer.'),
        Conflict: problem('Not possible now; `legalMoves` says what is.'),
        Stale: problem('Changed meanwhile; `current` is how it stands now.'),
        TooLarge: problem('The body is over 256 KB.'),
        UnsupportedType: problem('The body is not JSON.'),
        Incomplete: problem('Understood, but something is missing or does not fit; `errors` says what.'),
        PreconditionRequired: problem('If-Match is missing.'),
        TooMany: problem('Too many requests; see Retry-After.'),
        Unavailable: problem('It could not be kept; send it again, see Retry-After.'),
      },
    },
  }
}

function describe(operation: Operation) {
  const { action, answers, body, method, path, summary, etag, creates } = operation
  const isPublic = action === 'anyone'
  const isKeyed = action === 'key'
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[/{}.-]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [path.split('/')[1]],
    summary,
    'x-action': action,
    'x-roles': isPublic ? ['anyone', ...roles] : isKeyed ? ['key'] : rolesFor(action),
    security: isPublic ? [] : isKeyed ? [{ key: [] }, { keyInAddress: [] }] : [{ person: [] }],
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) =>
        parameter(String(name), 'path', { type: 'string' }, true),
      ),
      ...queryParameters(operation.query),
      ...(creates ? [parameter('Idempotency-Key', 'header', { type: 'string', maxLength: 200 }, false)] : []),
      ...(etag ? [parameter('If-Match', 'header', { type: 'string' }, true)] : []),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: {
      [answers.status]: {
        description: answers.description,
        ...(etag && { headers: { ETag: { schema: { type: 'string' } } } }),
        ...(answers.schema && {
          content: { 'application/json': { schema: schemaOf(answers.schema, 'output') } },
        }),
      },
      ...refusals(operation),
    },
  }
}

const parameter = (name: string, place: string, schema: unknown, required: boolean) => ({
  name,
  in: place,
  required,
  schema,
})

function queryParameters(query: z.ZodMiniType | undefined) {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) =>
    parameter(name, 'query', schema, required.includes(name)),
  )
}

function refusals({ action, body, query, etag, load, method }: Operation) {
  return {
    ...((body || query || (action === 'key' && method === 'POST')) && { 400: reference('Malformed') }),
    401: reference('Unauthenticated'),
    ...(action !== 'anyone' && action !== 'key' && { 403: reference('Forbidden') }),
    ...(load && { 404: reference('NotFound') }),
    ...(method !== 'GET' && { 409: reference('Conflict') }),
    ...(etag && { 412: reference('Stale'), 428: reference('PreconditionRequired') }),
    ...((body || (action === 'key' && method === 'POST')) && {
      413: reference('TooLarge'),
      415: reference('UnsupportedType'),
      422: reference('Incomplete'),
    }),
    429: reference('TooMany'),
    ...(action === 'key' && { 503: reference('Unavailable') }),
  }
}
