import { randomUUID } from 'node:crypto'
import { importJWK, type JWK, SignJWT } from 'jose'

export const CLIENT_ID = 'evenkeel-portal'
export const RESOURCE = 'urn:evenkeel:api'
export const SCOPES = ['openid', 'profile', 'email']
export const ACCESS_TOKEN_SECONDS = 3600

/** What a Cognito access token carries besides the standard claims. */
export const accessTokenClaims = { token_use: 'access' }

/** Mints an access token like those of a sign-in. A negative `expiresInSeconds` makes one that has expired. */
export const mintAccessToken = async (
  person: string,
  options: { issuer: string; signing: JWK; expiresInSeconds: number },
) => {
  const now = Math.floor(Date.now() / 1000)
  const expires = now + options.expiresInSeconds
  return new SignJWT({ client_id: CLIENT_ID, scope: SCOPES.join(' '), ...accessTokenClaims })
    .setProtectedHeader({
      alg: 'RS256',
      typ: 'at+jwt',
      ...(options.signing.kid ? { kid: options.signing.kid } : {}),
    })
    .setIssuer(options.issuer)
    .setSubject(person)
    .setAudience(RESOURCE)
    .setJti(randomUUID())
    .setIssuedAt(Math.min(now, expires - 1))
    .setExpirationTime(expires)
    .sign(await importJWK(options.signing, 'RS256'))
}
