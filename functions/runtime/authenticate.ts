import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import * as z from 'zod/mini'
import { Refusal } from './refusal.ts'

const Issuers = z.array(z.object({ issuer: z.string(), jwksUri: z.string(), clientId: z.string() }))
type Issuer = z.infer<typeof Issuers>[number]

/** Answers the subject of a valid access token. */
export type Verify = (authorization: string | undefined, at: Date) => Promise<string>

/**
 * A verifier for the access tokens of these issuers, with their keys cached between requests.
 * `at` is the gateway's own clock for the request.
 */
export function verifierFor(issuersJson: string): Verify {
  const issuers = z.parse(Issuers, JSON.parse(issuersJson)).map((issuer) => ({
    ...issuer,
    keys: createRemoteJWKSet(new URL(issuer.jwksUri)),
  }))

  return async (authorization, at) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1]
    if (!token) throw unauthenticated()
    const issuer = issuers.find(({ issuer }) => issuer === claimedIssuer(token))
    if (!issuer) throw unauthenticated()
    try {
      const { payload } = await jwtVerify(token, issuer.keys, {
        issuer: issuer.issuer,
        algorithms: ['RS256', 'ES256'],
        currentDate: at,
        requiredClaims: ['exp', 'sub'],
      })
      if (!isAccessTokenFor(payload, issuer) || !payload.sub) throw unauthenticated()
      return payload.sub
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (error instanceof errors.JOSEError && error.code !== 'ERR_JWKS_TIMEOUT') throw unauthenticated()
      throw error
    }
  }
}

function claimedIssuer(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).iss
  } catch {
    return undefined
  }
}

const isAccessTokenFor = (payload: Record<string, unknown>, { clientId }: Issuer) =>
  payload.client_id === clientId && payload.token_use === 'access'

const unauthenticated = () =>
  new Refusal('unauthenticated', {
    en: 'Please sign in again: the access token is missing, expired or not from us.',
    de: 'Bitte melden Sie sich neu an: Das Zugangstoken fehlt, ist abgelaufen oder nicht von uns.',
  })
