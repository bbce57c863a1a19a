import * as oidc from 'openid-client'
import { setCookie } from '../../../lib/cookies.ts'
import { provider } from '../../../lib/identity.ts'
import { localPath } from '../../../lib/return-to.ts'
import { signingInCookie } from '../../../lib/session.ts'
import { settings } from '../../../lib/settings.ts'
import { callbackUrl } from '../../../lib/sign-in-addresses.ts'
import { signInTrouble } from '../sign-in-trouble.tsx'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/

/** Off to the identity provider, with a code challenge; what comes back must match what we remember here. */
export async function GET(request: Request): Promise<Response> {
  const portal = settings.portalUrl()
  const { searchParams } = new URL(request.url)
  const host = request.headers.get('host') ?? portal.host
  // The callback comes to the portal's own address, and cookies do not follow from one loopback name to another.
  if (host !== portal.host && loopback.test(host) && loopback.test(portal.host)) {
    return redirect(new URL(`/auth/sign-in?${searchParams}`, portal).href)
  }
  const verifier = oidc.randomPKCECodeVerifier()
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  try {
    const url = oidc.buildAuthorizationUrl(await provider(), {
      redirect_uri: callbackUrl(portal).href,
      scope: 'openid profile email',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const returnTo = localPath(searchParams.get('returnTo'))
    return redirect(url.href, setCookie(await signingInCookie({ state, nonce, verifier, returnTo }), portal))
  } catch {
    return signInTrouble()
  }
}

const redirect = (location: string, made?: string) =>
  new Response(null, {
    status: 302,
    headers: { location, 'cache-control': 'no-store', ...(made && { 'set-cookie': made }) },
  })
