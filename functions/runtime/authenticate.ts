import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose'
import * as z from 'zod/mini'
import { Refusal } from './refusal.ts'

const Issuers = z.array(z.object({ issuer: z.string(), jwksUri: z.string(), clientId: z.string() }))
type Issuer = z.infer<typeof Issuers>[number]

/** Who somebody is, by the word of the organisation's issuer. */
export type Identity = { subject: string; name?: string; email?: string; locale?: string; zone?: string }

/** Reads tokens of the issuers that the deployment trusts. `at` is the gateway's own clock for the request. */
export type Verifier = {
  /** The subject of the access token in an `Authorization` header. */
  subject(authorization: string | undefined, at: Date): Promise<string>
  /** What an ID token says of its subject. */
  identity(idToken: string, at: Date): Promise<Identity>
}

const text = (claim: unknown) => (typeof claim === 'string' && claim !== '' ? claim : undefined)

/** A verifier for these issuers, with their keys cached between requests. @throws Refusal `unauthenticated`. */
export function verifierFor(issuersJson: string): Verifier {
  const issuers = z.parse(Issuers, JSON.parse(issuersJson)).map((issuer) => ({
    ...issuer,
    keys: createRemoteJWKSet(new URL(issuer.jwksUri)),
  }))

  async function claims(token: string, at: Date, fits: (payload: JWTPayload, issuer: Issuer) => boolean) {
    const issuer = issuers.find(({ issuer }) => issuer === claimedIssuer(token))
    if (!issuer) throw unauthenticated()
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      algorithms: ['RS256', 'ES256'],
      currentDate: at,
      requiredClaims: ['exp', 'sub'],
    }).catch(refused)
    if (!payload.sub || !fits(payload, issuer)) throw unauthenticated()
    return payload as JWTPayload & { sub: string }
  }

  return {
    async subject(authorization, at) {
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1] ?? ''
      const { sub } = await claims(
        token,
        at,
        ({ client_id, token_use }, { clientId }) => client_id === clientId && token_use === 'access',
      )
      return sub
    },
    async identity(idToken, at) {
      const payload = await claims(idToken, at, ({ aud }, { clientId }) => [aud].flat().includes(clientId))
      return {
        subject: payload.sub,
        name: text(payload.name),
        email: text(payload.email),
        locale: text(payload.locale),
        zone: text(payload.zoneinfo),
      }
    },
  }
}

function claimedIssuer(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).iss
  } catch {
    return undefined
  }
}

/** What is wrong with a token, and not with fetching the keys. */
const ofTheToken = [
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
]

/** A token that does not hold is a refusal; keys that cannot be fetched are a fault. */
function refused(error: unknown): never {
  throw ofTheToken.some((kind) => error instanceof kind) ? unauthenticated() : error
}

const unauthenticated = () =>
  new Refusal('unauthenticated', {
    en: 'Please sign in again: the token is missing, expired or not from us.',
    de: 'Bitte melden Sie sich neu an: Das Token fehlt, ist abgelaufen oder nicht von uns.',
  })
