import type * as z from 'zod/mini'
import type { Identity } from './authenticate.ts'
import type { Action, Caller } from './caller.ts'
import type { Once } from './idempotency.ts'
import type { Instant } from './instant.ts'
import type { Services } from './services.ts'
import type { Language } from './text.ts'

type Schema = z.ZodMiniType
type Output<S> = S extends Schema ? z.output<S> : undefined

export type Answer = {
  status: number
  body?: unknown
  etag?: string
  headers?: Record<string, string>
  raw?: string
}

/** What an operation is given once the caller, the subject and the input are known to be good. */
type Exchange<Query, Body, Subject> = {
  caller: Caller
  /** The subject of the access token, also while the person behind it is not known here yet. */
  tokenSubject?: string
  identityOf: (idToken: string) => Promise<Identity>
  params: Record<string, string>
  query: Query
  body: Body
  subject: Subject
  now: Instant
  language: Language
  once?: Once
  /** Where the request came through, as the client says of itself. */
  channel: 'portal' | 'api'
  keyed: Keyed
}

/** A request with a key of its own, as it came: nothing in it was looked at. */
export type Keyed = { key?: string; contentType?: string; text: string }

/** What came with a request that has no rights yet; without query and body when they cannot be read. */
export type Sent<Query = unknown, Body = unknown> = {
  callerId: string
  query?: Query
  body?: Body
  keyed?: Keyed
}

type Definition<Q extends Schema | undefined, B extends Schema | undefined, Subject> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/v1`, with `{name}` for parameters. */
  path: `/${string}`
  summary: string
  /**
   * The row of the policy table; `anyone` is for those who hold a secret link, and for what is public; `key` for what
   * sends a key of its own (as Bearer or `?key=`), which the operation verifies, as it reads the body, by itself.
   */
  action: Action | 'anyone' | 'key'
  query?: Q
  body?: B
  answers: { status: number; description: string; schema?: Schema }
  /** A create that takes `Idempotency-Key`. */
  creates?: true
  /** The subject's ETag for this caller: makes `If-Match` mandatory. */
  etag?: (subject: Subject, caller: Caller) => string
  /** Refuses what cannot be now, whatever else the input, here as it was sent, may lack. */
  demandPossible?: (subject: Subject, caller: Caller, sent: unknown) => void
  /** What a stale writer is shown as `current`. */
  current?: (subject: Subject, caller: Caller) => unknown
  /** Read in parallel with the caller's rights; undefined answers 404. */
  load?: (
    params: Record<string, string>,
    services: Services,
    sent: Sent<Output<Q>, Output<B>>,
  ) => Promise<Subject | undefined>
  /** Whether the subject is the caller's own; a subject that is not and may not be seen answers 404. */
  owns?: (subject: Subject, caller: Caller) => boolean
  /** The right to see the subject at all, where it differs from the right to act. */
  seen?: Action
  /** Whether the subject counts as the caller's own for that right; as `owns` if it is not said. */
  sees?: (subject: Subject, caller: Caller) => boolean
  perform(exchange: Exchange<Output<Q>, Output<B>, Subject>, services: Services): Promise<Answer>
}

/** An operation with its types erased, as the pipeline and the contract read it. */
export type Operation = Definition<Schema | undefined, Schema | undefined, unknown>

/** One HTTP operation. The order of its checks is that of the pipeline in `http.ts`, for all alike. */
export const operation = <
  Subject,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(
  definition: Definition<Q, B, Subject>,
): Operation => definition as unknown as Operation

export const ok = (body: unknown, etag?: string): Answer => ({ status: 200, body, etag })
export const created = (body: unknown, etag?: string): Answer => ({ status: 201, body, etag })
