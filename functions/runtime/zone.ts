import * as z from 'zod/mini'

/** Whether this names a zone of the IANA time zone database. */
export function isZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

export const Zone = z.string().check(z.refine(isZone, 'Name an IANA time zone, such as Europe/Berlin.'))
