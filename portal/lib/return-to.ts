/**
 * A path of this site to go to after a detour, or the fallback for anything that could lead elsewhere
 * (`//host`, `/\host`, control characters that browsers drop) or back into the detour itself.
 */
export function localPath(value: string | null | undefined, fallback = '/'): string {
  if (!value?.startsWith('/') || value.length > 2000) return fallback
  const base = 'https://portal.invalid'
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined
  if (url?.origin !== base || url.pathname.startsWith('//')) return fallback
  return url.pathname.startsWith('/auth/') ? fallback : `${url.pathname}${url.search}${url.hash}`
}
