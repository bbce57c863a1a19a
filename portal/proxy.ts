import { type NextRequest, NextResponse } from 'next/server'
import { cookie, cookieName, noCookie, setCookie } from './lib/cookies.ts'
import { renew } from './lib/identity.ts'
import { securityHeaders } from './lib/security-headers.ts'
import { endedSession, isForLinks, readRefreshToken, readSession, sessionCookies } from './lib/session.ts'
import { settings } from './lib/settings.ts'
import { againRoute, troubleRoute } from './lib/trouble.ts'

const dayInSeconds = 24 * 3600

/**
 * Before every page and form: a nonce for its scripts, a fresh access token when the old one is about to end
 * (cookies cannot be set while a page renders), and the one-time message of the form before. It decides no rights.
 */
export async function proxy(request: NextRequest) {
  const portal = settings.portalUrl()
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const security = securityHeaders({ nonce, portal, development: process.env.NODE_ENV === 'development' })
  const renewed = await renewedCookies(request).catch(() => [])
  for (const { name, value } of renewed) request.cookies.set(name, value)

  const flashName = cookieName('flash', portal)
  const flash = request.cookies.get(flashName)?.value
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', security['content-security-policy'])
  headers.set('x-evenkeel-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  headers.set('x-evenkeel-flash', request.method === 'GET' ? (flash ?? '') : '')

  const wasShown = request.cookies.has(cookieName('trouble', portal))
  const trouble = request.method === 'GET' ? troubleRoute(request.nextUrl.searchParams, wasShown) : undefined
  const response = trouble
    ? NextResponse.rewrite(new URL(trouble, request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value)
  for (const made of renewed) response.headers.append('set-cookie', setCookie(made, portal))
  if (flash && request.method === 'GET') {
    response.headers.append('set-cookie', setCookie(noCookie('flash', portal), portal))
  }
  if (trouble && trouble !== againRoute) {
    response.headers.append('set-cookie', setCookie(cookie('trouble', portal, 'shown', dayInSeconds), portal))
  } else if (wasShown && request.method === 'GET') {
    response.headers.append('set-cookie', setCookie(noCookie('trouble', portal), portal))
  }
  return response
}

async function renewedCookies(request: NextRequest) {
  if (isForLinks(request.nextUrl.pathname)) return []
  const refreshToken = await readRefreshToken(request.cookies)
  if (!refreshToken) return []
  const session = await readSession(request.cookies)
  if (session && session.expiresAt > Date.now() / 1000 + 30) return []
  const tokens = await renew(refreshToken)
  return tokens === 'refused' ? endedSession() : sessionCookies(tokens)
}

export const config = { matcher: ['/((?!_next/static|styles/|icon.svg).*)'] }
