import { createServer } from 'node:http'
import { join } from 'node:path'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  None,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
} from 'openid-client'
import { describe, expect, test } from 'vitest'
import { createIdentityServer } from '../../infra/local/identity/identity-server.ts'
import { openItemStore } from '../../infra/local/identity/item-store.ts'
import { readKeys } from '../../infra/local/identity/keys.ts'
import { readPeople } from '../../infra/local/identity/people.ts'
import { serve, temporaryFolder } from './serve.ts'

const portal = 'http://localhost:9'
const redirect = `${portal}/auth/callback`

/** Starts the identity provider on a free port; `restart` gives it nothing but what it had kept in its files. */
const start = async () => {
  const folder = temporaryFolder()
  const server = createServer()
  const issuer = await serve(server)
  const restart = async () => {
    const keys = await readKeys(join(folder, 'keys.json'))
    const items = openItemStore(join(folder, 'items'))
    const people = readPeople()
    const identity = createIdentityServer({ issuer, portals: [portal], port: 1, people, keys, items })
    server.removeAllListeners('request')
    server.on('request', (request, response) => identity.emit('request', request, response))
  }
  await restart()
  const insecure = { execute: [allowInsecureRequests] }
  const client = await discovery(new URL(issuer), 'evenkeel-portal', undefined, None(), insecure)
  const keys = createRemoteJWKSet(new URL(client.serverMetadata().jwks_uri ?? ''))
  return { issuer, client, keys, restart }
}

/** A browser without script: it keeps cookies and follows redirects until they leave for the portal. */
const browse = () => {
  const jar = new Map<string, string>()
  const visit = async (url: string, init: RequestInit = {}): Promise<{ url: string; body: string }> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) return { url, body: await answer.text() }
    const next = new URL(location, url).href
    return next.startsWith(portal) ? { url: next, body: '' } : visit(next)
  }
  return visit
}

type Visit = ReturnType<typeof browse>

const signIn = async (client: Configuration, visit: Visit, person: string) => {
  const pkceCodeVerifier = randomPKCECodeVerifier()
  const expectedState = randomState()
  const start = buildAuthorizationUrl(client, {
    redirect_uri: redirect,
    scope: 'openid profile email offline_access',
    code_challenge: await calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
  })
  let at = await visit(start.href)
  const asked = at.body !== ''
  if (asked) at = await visit(at.url, { method: 'POST', body: new URLSearchParams({ person }) })
  const tokens = await authorizationCodeGrant(client, new URL(at.url), { pkceCodeVerifier, expectedState })
  return { tokens, asked }
}

describe('signing in', () => {
  test('gives an access token as Cognito writes it, and an id token with name and language', async () => {
    const { client, issuer, keys } = await start()
    const { tokens } = await signIn(client, browse(), 'noor')
    const { payload } = await jwtVerify(tokens.access_token, keys, { issuer })
    expect(payload).toMatchObject({ sub: 'noor', client_id: 'evenkeel-portal', token_use: 'access' })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600)
    expect(tokens.claims()).toMatchObject({ sub: 'noor', email: 'noor@demo.evenkeel.example', locale: 'de' })
  })

  test('lasts over a restart of the provider', async () => {
    const { client, keys, restart } = await start()
    const visit = browse()
    const { tokens } = await signIn(client, visit, 'riley')
    await restart()
    const { access_token } = await refreshTokenGrant(client, tokens.refresh_token ?? '')
    expect((await jwtVerify(access_token, keys)).payload.sub).toBe('riley')
    expect(await signIn(client, visit, 'nobody')).toMatchObject({ asked: false })
  })

  test('demands PKCE and a known redirect address', async () => {
    const { issuer } = await start()
    const ask = (more: string) =>
      fetch(`${issuer}/auth?client_id=evenkeel-portal&response_type=code&scope=openid${more}`, {
        redirect: 'manual',
      })
    const bare = await ask(`&redirect_uri=${redirect}`)
    expect(bare.headers.get('location')).toMatch(/error=invalid_request.*PKCE/)
    expect((await ask('&redirect_uri=https://evil.example/')).status).toBe(400)
  })

  test('ends with signing out: the next sign-in asks again, and the refresh token is worthless', async () => {
    const { client } = await start()
    const visit = browse()
    const { tokens } = await signIn(client, visit, 'ana')
    const out = buildEndSessionUrl(client, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${portal}/`,
    })
    expect((await visit(out.href)).url).toBe(`${portal}/`)
    expect((await visit(out.href)).url).toBe(`${portal}/`)
    await expect(refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    expect(await signIn(client, visit, 'ben')).toMatchObject({ asked: true })
  })
})

describe('the sign-in page', () => {
  test('offers each demo person as a button, in the language of the browser', async () => {
    const { client } = await start()
    const challenge = await calculatePKCECodeChallenge(randomPKCECodeVerifier())
    const url = buildAuthorizationUrl(client, {
      redirect_uri: redirect,
      scope: 'openid',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    })
    const visit = browse()
    const { url: page, body } = await visit(url.href)
    for (const { id, name } of readPeople()) {
      expect(body).toContain(`name="person" value="${id}"`)
      expect(body).toContain(name)
    }
    expect(body).not.toContain('<script')
    expect((await visit(page, { headers: { 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' } })).body).toContain(
      '<html lang="de">',
    )
  })
})

describe('a token for a check', () => {
  test('verifies like one of a sign-in, or has expired already', async () => {
    const { issuer, keys } = await start()
    const mint = async (path: string) =>
      ((await (await fetch(`${issuer}/token/${path}`)).json()) as { token: string }).token
    const { payload } = await jwtVerify(await mint('dana?expiresInSeconds=60'), keys, { issuer })
    expect(payload).toMatchObject({ sub: 'dana', client_id: 'evenkeel-portal', token_use: 'access' })
    await expect(jwtVerify(await mint('dana?expiresInSeconds=-1'), keys)).rejects.toMatchObject({
      code: 'ERR_JWT_EXPIRED',
    })
    expect((await fetch(`${issuer}/token/mallory`)).status).toBe(404)
    expect((await fetch(`${issuer}/token/dana?expiresInSeconds=soon`)).status).toBe(400)
  })
})
