export type CookieKind = 'session' | 'refresh' | 'signing-in' | 'locale' | 'flash' | 'trouble'

/**
 * `__Host-` keeps a cookie to this very host; it needs https. Locally the port is in the name,
 * because cookies do not tell ports apart and several copies run side by side.
 */
export function cookieName(kind: CookieKind, portal: URL): string {
  return portal.protocol === 'https:' ? `__Host-evenkeel-${kind}` : `evenkeel-${portal.port || '80'}-${kind}`
}

export type Cookie = { name: string; value: string; maxAge: number }

export const cookie = (kind: CookieKind, portal: URL, value: string, maxAgeSeconds: number): Cookie => ({
  name: cookieName(kind, portal),
  value,
  maxAge: maxAgeSeconds,
})

export const noCookie = (kind: CookieKind, portal: URL): Cookie => cookie(kind, portal, '', 0)

/** The `Set-Cookie` line: never readable by script, never sent along with another site's form. */
export function setCookie({ name, value, maxAge }: Cookie, portal: URL): string {
  const secure = portal.protocol === 'https:' ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}
