/** What a channel throws that clearly took nothing and may take it another time. */
export class NotTaken extends Error {}

/** No connection, no message: these come before anything is sent. */
const beforeConnecting = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
const noConnection = /did not establish a connection/

/** Too early, too often, not at the moment: answers of who has not looked at what came. */
const notNow = [425, 429, 503]
export const saysNotNow = (status: number): boolean => notNow.includes(status)

/** How services of AWS ask to slow down, whatever the status of the answer. */
const throttled = /Throttl|SlowDown|TooManyRequests|LimitExceeded/

type Answered = Error & { code?: string; $metadata?: { httpStatusCode?: number } }

/**
 * Whether a failure says for sure that nothing left: there was no connection, or the service answered with a refusal.
 * After anything else, such as an answer that never came or a fault inside the service, the message may have arrived
 * all the same.
 */
export function isRefused(error: unknown): boolean {
  if (error instanceof NotTaken) return true
  if (!(error instanceof Error)) return false
  const { code = '', name, message, $metadata }: Answered = error
  const { httpStatusCode: status = 0 } = $metadata ?? {}
  const isTurnedDown = (status >= 400 && status < 500) || saysNotNow(status)
  return beforeConnecting.includes(code) || noConnection.test(message) || isTurnedDown || throttled.test(name)
}
