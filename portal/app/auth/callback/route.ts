import { cookies } from 'next/headers'
import * as oidc from 'openid-client'
import { apiFor } from '../../../lib/api.ts'
import { cookie, noCookie, setCookie } from '../../../lib/cookies.ts'
import { provider, tokensOf } from '../../../lib/identity.ts'
import { introduce } from '../../../lib/introduction.ts'
import { readSigningIn, sessionCookies } from '../../../lib/session.ts'
import { settings } from '../../../lib/settings.ts'
import { callbackUrl } from '../../../lib/sign-in-addresses.ts'
import { openVisit } from '../../../lib/visit.ts'
import { signInTrouble, unknownPerson } from '../sign-in-trouble.tsx'

const yearInSeconds = 365 * 24 * 3600
const log = (line: object) => console.error(JSON.stringify(line))

/** Back from the identity provider: the code becomes tokens, the tokens become sealed cookies. */
export async function GET(request: Request): Promise<Response> {
  const portal = settings.portalUrl()
  const signingIn = await readSigningIn(await cookies())
  if (!signingIn) return signInTrouble()
  const back = callbackUrl(portal)
  back.search = new URL(request.url).search
  try {
    const answer = await oidc.authorizationCodeGrant(await provider(), back, {
      pkceCodeVerifier: signingIn.verifier,
      expectedState: signingIn.state,
      expectedNonce: signingIn.nonce,
      idTokenExpected: true,
    })
    const tokens = tokensOf(answer)
    const visit = await openVisit()
    const api = apiFor({ url: settings.apiUrl(), token: tokens.accessToken, language: visit.locale })
    const met = await introduce(api, answer.id_token ?? '', log)
    if ('problem' in met) return unknownPerson(visit, met.problem)
    const made = [
      ...(await sessionCookies(tokens)),
      noCookie('signing-in', portal),
      // The person's language becomes this browser's, before pages know the person.
      cookie('locale', portal, met.person.locale, yearInSeconds),
    ]
    const headers = new Headers({ location: signingIn.returnTo, 'cache-control': 'no-store' })
    for (const one of made) headers.append('set-cookie', setCookie(one, portal))
    return new Response(null, { status: 303, headers })
  } catch {
    return signInTrouble()
  }
}
