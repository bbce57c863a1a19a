import * as oidc from 'openid-client'
import { setCookie } from '../../../lib/cookies.ts'
import { toFormPage } from '../../../lib/form-address.ts'
import { formPost } from '../../../lib/form-post.tsx'
import { provider } from '../../../lib/identity.ts'
import { endedSession } from '../../../lib/session.ts'
import { settings } from '../../../lib/settings.ts'
import { signedOutUrl } from '../../../lib/sign-in-addresses.ts'
import { LeavingView } from '../../../views/trouble-view.tsx'

const leave = formPost(async (visit) => {
  const ui = visit.uiFor(undefined, new Date())
  const view = { title: ui.t('leaving.title'), body: <LeavingView ui={ui} href={await endSessionUrl()} /> }
  return { show: { ui, view }, status: 200 }
})

export const GET = toFormPage

/**
 * Ends the session here, then at the identity provider. The page in between is there because a form
 * may lead only to our own site (form-action), also by redirects.
 */
export async function POST(
  request: Request,
  context: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const response = await leave(request, context)
  if (response.status !== 200) return response
  const headers = new Headers(response.headers)
  for (const made of endedSession()) headers.append('set-cookie', setCookie(made, settings.portalUrl()))
  return new Response(response.body, { status: 200, headers })
}

async function endSessionUrl(): Promise<string> {
  const back = signedOutUrl(settings.portalUrl()).href
  try {
    const config = await provider()
    if (!config.serverMetadata().end_session_endpoint) return back
    // Cognito knows the way back as logout_uri, everyone else as post_logout_redirect_uri.
    return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: back, logout_uri: back }).href
  } catch {
    return back
  }
}
