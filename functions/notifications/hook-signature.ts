import { hmacBytes } from '../runtime/hash.ts'
import { epochSeconds } from '../runtime/instant.ts'

const prefix = 'whsec_'

/** The secret that one person's webhook is signed with; derived, so that nothing has to be kept. */
export const hookSecret = (tokenKey: string, personId: string): string =>
  prefix + hmacBytes(tokenKey, `webhook:${personId}`).toString('base64')

/**
 * The headers by which a receiver knows who sent a message and that it is no old one, as Standard Webhooks has them
 * (standardwebhooks.com, 1.0). The id is the same on every try.
 */
export function signedHeaders(
  { id, at, body }: { id: string; at: string; body: string },
  secret: string,
): Record<string, string> {
  const timestamp = String(epochSeconds(at))
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  const signature = hmacBytes(key, `${id}.${timestamp}.${body}`).toString('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
