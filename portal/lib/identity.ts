import * as oidc from 'openid-client'
import { settings } from './settings.ts'

let discovered: Promise<oidc.Configuration> | undefined

/** The identity provider, asked once; asked again if it did not answer. */
export function provider(): Promise<oidc.Configuration> {
  discovered ??= discover().catch((error: unknown) => {
    discovered = undefined
    throw error
  })
  return discovered
}

function discover() {
  const issuer = settings.oidcIssuer()
  const secret = settings.oidcClientSecret()
  return oidc.discovery(
    issuer,
    settings.oidcClientId(),
    undefined,
    secret ? oidc.ClientSecretBasic(secret) : oidc.None(),
    { execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [], timeout: 10 },
  )
}

export type Tokens = { accessToken: string; expiresInSeconds: number; refreshToken?: string }

export const tokensOf = (answer: oidc.TokenEndpointResponse): Tokens => ({
  accessToken: answer.access_token,
  expiresInSeconds: answer.expires_in ?? 300,
  refreshToken: answer.refresh_token,
})

const underWay = new Map<string, Promise<Tokens | 'refused'>>()

/**
 * New tokens for a refresh token, or `refused` once the provider takes it no more.
 * Two pages opened at once share one answer: a provider that rotates tokens takes each only once.
 */
export function renew(refreshToken: string): Promise<Tokens | 'refused'> {
  const shared = underWay.get(refreshToken)
  if (shared) return shared
  const asked = askAgain(refreshToken)
  underWay.set(refreshToken, asked)
  setTimeout(() => underWay.delete(refreshToken), 20_000).unref?.()
  return asked
}

async function askAgain(refreshToken: string): Promise<Tokens | 'refused'> {
  try {
    return tokensOf(await oidc.refreshTokenGrant(await provider(), refreshToken))
  } catch (error) {
    if (error instanceof oidc.ResponseBodyError) return 'refused'
    throw error
  }
}
