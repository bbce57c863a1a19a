import { type Cookie, type CookieKind, cookie, cookieName, noCookie } from './cookies.ts'
import { open, seal } from './seal.ts'
import { settings } from './settings.ts'

export type Session = { accessToken: string; since: number; expiresAt: number }
export type SigningIn = { state: string; nonce: string; verifier: string; returnTo: string }
type Refresh = { refreshToken: string }
type Jar = { get(name: string): { value: string } | undefined }

/** Pages behind a secret link in a mail. The link itself says who may: no sign-in goes with it, least of all a stale one. */
const behindLink = /^\/(?:a|surveys)\//
export const isForLinks = (path: string): boolean => behindLink.test(path)

/** The session to call the API with: one that is over, because nobody could renew it, counts as none. */
export const standingSession = (
  session: Session | undefined,
  { path, now }: { path: string; now: Date },
): Session | undefined =>
  session && session.expiresAt * 1000 > now.getTime() && !isForLinks(path) ? session : undefined

const dayInSeconds = 24 * 3600
const keptFor = { session: 30 * dayInSeconds, refresh: 30 * dayInSeconds, 'signing-in': 900 }
type Sealed = keyof typeof keptFor

/** Browsers drop cookies over 4096 bytes without a word, so this one is loud. */
const largest = 4000

async function sealed(kind: Sealed, content: Record<string, unknown>): Promise<Cookie> {
  const value = await seal(content, { purpose: kind, secret: settings.sessionKey(), seconds: keptFor[kind] })
  const made = cookie(kind, settings.portalUrl(), value, keptFor[kind])
  if (made.name.length + value.length > largest)
    throw new Error(`The ${kind} cookie would be over ${largest} bytes.`)
  return made
}

const opened = <Content>(kind: Sealed, jar: Jar) =>
  open<Content>(jar.get(cookieName(kind, settings.portalUrl()))?.value, {
    purpose: kind,
    secret: settings.sessionKey(),
  })

export const readSession = (jar: Jar) => opened<Session>('session', jar)
export const readSigningIn = (jar: Jar) => opened<SigningIn>('signing-in', jar)
export const readRefreshToken = async (jar: Jar) => (await opened<Refresh>('refresh', jar))?.refreshToken

export const signingInCookie = (signingIn: SigningIn) => sealed('signing-in', signingIn)

/** The cookies of a signed-in person: the access token, and apart from it what renews it. */
export async function sessionCookies(tokens: {
  accessToken: string
  expiresInSeconds: number
  refreshToken?: string
}): Promise<Cookie[]> {
  const since = Math.floor(Date.now() / 1000)
  const expiresAt = since + tokens.expiresInSeconds
  const session = await sealed('session', { accessToken: tokens.accessToken, since, expiresAt })
  return tokens.refreshToken
    ? [session, await sealed('refresh', { refreshToken: tokens.refreshToken })]
    : [session]
}

export const endedSession = (): Cookie[] =>
  (['session', 'refresh', 'signing-in'] satisfies CookieKind[]).map((kind) =>
    noCookie(kind, settings.portalUrl()),
  )
