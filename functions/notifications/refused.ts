/** What a channel throws that clearly took nothing and may take it another time. */
export class NotTaken extends Error {}

/** No connection, no message: these come before anything is sent. */
const beforeConnecting = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
const noConnection = /did not establish a connection/

type Answered = Error & { code?: string; $metadata?: { httpStatusCode?: number } }

/**
 * Whether a failure says for sure that nothing left: there was no connection, or the service answered with a refusal.
 * After anything else, such as an answer that never came, the message may have arrived all the same.
 */
export function isRefused(error: unknown): boolean {
  if (error instanceof NotTaken) return true
  if (!(error instanceof Error)) return false
  const { code = '', message, $metadata }: Answered = error
  return (
    beforeConnecting.includes(code) || noConnection.test(message) || ($metadata?.httpStatusCode ?? 0) >= 400
  )
}
