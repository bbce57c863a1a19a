const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a form was sent from our own pages. A browser names the origin on every POST; one without a name is refused.
 * On one machine `localhost` and `127.0.0.1` are the same place.
 */
export function isOwnOrigin(origin: string | null, portal: URL): boolean {
  if (!origin || !URL.canParse(origin)) return false
  const from = new URL(origin)
  if (from.origin === portal.origin) return true
  return (
    loopback.has(portal.hostname) &&
    loopback.has(from.hostname) &&
    from.protocol === portal.protocol &&
    from.port === portal.port
  )
}
