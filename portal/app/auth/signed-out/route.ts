import { cookie, setCookie } from '../../../lib/cookies.ts'
import { encodeFlash } from '../../../lib/flash.ts'
import { settings } from '../../../lib/settings.ts'

export function GET(): Response {
  const portal = settings.portalUrl()
  const flash = setCookie(cookie('flash', portal, encodeFlash({ key: 'signedOut' }), 60), portal)
  return new Response(null, { status: 303, headers: { location: '/', 'set-cookie': flash } })
}
