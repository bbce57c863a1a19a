import { hmac, sha256 } from './hash.ts'

type LinkPurpose = 'acknowledge' | 'survey'

/** What a token is for: equal subjects make equal tokens, so that a send that is tried again has the same link. */
export type LinkSubject = {
  purpose: LinkPurpose
  incidentId: string
  /** The place of the entry, or the instant, that asked for it. */
  occasion: string
  step?: string
  personId: string
}

/** The token of a link: the incident's number, so that it can be found, and 256 bits that cannot be guessed. */
export function linkToken(tokenKey: string, subject: LinkSubject): string {
  const { purpose, incidentId, occasion, step = '-', personId } = subject
  const secret = hmac(tokenKey, [purpose, incidentId, occasion, step, personId].join('|'))
  return `${incidentId.replace(/^INC-/, '')}.${secret}`
}

/**
 * The incident that a token belongs to, and the hash under which it is known there.
 * @returns undefined for what cannot be a token; whether it *is* one, only the stored hash tells.
 */
export function parseLinkToken(token: string): { incidentId: string; hash: string } | undefined {
  const [, number] = /^(\d{6,15})\.[\w-]{43}$/.exec(token) ?? []
  return number ? { incidentId: `INC-${number}`, hash: linkTokenHash(token) } : undefined
}

/** Only the hash is stored: whoever reads the table cannot act with it. */
export const linkTokenHash = (token: string): string => sha256(token)
