import * as z from 'zod/mini'
import { languages } from '../runtime/text.ts'
import { roles } from './access.ts'

export const Person = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(128)),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  email: z.email(),
  roles: z.array(z.enum(roles)),
  teams: z.array(z.string()),
  organisationId: z.optional(z.string()),
  locale: z.enum(languages),
  zone: z.string().check(z.refine(isZone, 'Name an IANA time zone, such as Europe/Berlin.')),
})
export type Person = z.infer<typeof Person>

export const PersonalSettings = z.partial(z.pick(Person, { locale: true, zone: true }))

/** Whether this names a zone of the IANA time zone database. */
export function isZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
