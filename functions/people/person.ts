import * as z from 'zod/mini'
import { roles } from '../runtime/roles.ts'
import { languages } from '../runtime/text.ts'
import { Zone } from '../runtime/zone.ts'

export const Person = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(128)),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  email: z.email(),
  roles: z.array(z.enum(roles)),
  organisationId: z.optional(z.string()),
  locale: z.enum(languages),
  zone: Zone,
})
export type Person = z.infer<typeof Person>

export const PersonalSettings = z.partial(z.pick(Person, { locale: true, zone: true }))
