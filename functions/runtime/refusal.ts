import type { Text } from './text.ts'

/** Every way in which the product says no, with the HTTP status it travels under (RFC 9457). */
const statuses = {
  unauthenticated: 401,
  not_found: 404,
  forbidden: 403,
  malformed: 400,
  too_large: 413,
  unsupported_type: 415,
  method_not_allowed: 405,
  precondition_required: 428,
  stale: 412,
  illegal_move: 409,
  conflict: 409,
  incomplete: 422,
  key_reused: 422,
  too_many_requests: 429,
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof statuses
/** What is wrong with one field; a rule says it in both languages, a schema in the one of the request. */
export type FieldError = { path: string; message: string | Text }
export type RefusalExtras = {
  errors?: FieldError[]
  legalMoves?: readonly string[]
  current?: unknown
  retryAfterSeconds?: number
}

/**
 * A no that a person may read: the request was understood and nothing was changed.
 * Anything else that is thrown is a fault of the product.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly sentence: Text
  readonly extras: RefusalExtras

  constructor(code: RefusalCode, sentence: Text, extras: RefusalExtras = {}) {
    super(sentence.en)
    this.name = 'Refusal'
    this.code = code
    this.sentence = sentence
    this.extras = extras
  }

  get status(): number {
    return statuses[this.code]
  }
}

/** The one answer for what is not there and for what is not the reader's to see. */
export const notFound = () =>
  new Refusal('not_found', {
    en: 'There is nothing here, or it is not yours to see.',
    de: 'Hier ist nichts, oder es ist nicht für Sie bestimmt.',
  })

export const forbidden = () =>
  new Refusal('forbidden', {
    en: 'Your role does not include this. An administrator can change that.',
    de: 'Ihre Rolle umfasst das nicht. Eine Administratorin oder ein Administrator kann das ändern.',
  })
