import { cookies } from 'next/headers'
import * as oidc from 'openid-client'
import { apiFor } from '../../../lib/api.ts'
import { cookie, noCookie, setCookie } from '../../../lib/cookies.ts'
import { provider, tokensOf } from '../../../lib/identity.ts'
import { readSigningIn, sessionCookies } from '../../../lib/session.ts'
import { settings } from '../../../lib/settings.ts'
import { signInTrouble } from '../sign-in-trouble.tsx'

const yearInSeconds = 365 * 24 * 3600

/** Back from the identity provider: the code becomes tokens, the tokens become sealed cookies. */
export async function GET(request: Request): Promise<Response> {
  const portal = settings.portalUrl()
  const signingIn = await readSigningIn(await cookies())
  if (!signingIn) return signInTrouble()
  const { search } = new URL(request.url)
  try {
    const answer = await oidc.authorizationCodeGrant(
      await provider(),
      new URL(`/auth/callback${search}`, portal),
      {
        pkceCodeVerifier: signingIn.verifier,
        expectedState: signingIn.state,
        expectedNonce: signingIn.nonce,
        idTokenExpected: true,
      },
    )
    const tokens = tokensOf(answer)
    const made = [
      ...(await sessionCookies(tokens)),
      noCookie('signing-in', portal),
      ...(await introduced(tokens.accessToken, answer.id_token)),
    ]
    const headers = new Headers({ location: signingIn.returnTo, 'cache-control': 'no-store' })
    for (const one of made) headers.append('set-cookie', setCookie(one, portal))
    return new Response(null, { status: 303, headers })
  } catch {
    return signInTrouble()
  }
}

/** The product learns who signed in; their language becomes this browser's, before pages know the person. */
async function introduced(token: string, idToken = '') {
  const api = apiFor({ url: settings.apiUrl(), token, language: 'en' })
  const person = await api.introduce({ idToken }).catch(() => undefined)
  return person ? [cookie('locale', settings.portalUrl(), person.body.locale, yearInSeconds)] : []
}
