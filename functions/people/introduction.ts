import type { Identity } from '../runtime/authenticate.ts'
import { Refusal } from '../runtime/refusal.ts'
import { languageOf } from '../runtime/text.ts'
import { isZone } from '../runtime/zone.ts'
import type { Person } from './person.ts'

/**
 * Somebody who signed in, as the product will know them. A new person is a requester; a known one keeps
 * roles and personal settings, and takes over a new name or address.
 * @throws Refusal `incomplete` when the issuer names no mail address: nobody could be told anything.
 */
export function introduced(
  { subject, name, email, locale, zone }: Identity,
  known: Person | undefined,
): Person {
  const address = email ?? known?.email
  if (!address) {
    throw new Refusal('incomplete', {
      en: 'Your sign-in does not tell us a mail address. Ask an administrator to release it.',
      de: 'Ihre Anmeldung nennt uns keine Mailadresse. Bitten Sie darum, dass sie freigegeben wird.',
    })
  }
  return {
    id: subject,
    roles: [],
    locale: languageOf(locale),
    zone: zone && isZone(zone) ? zone : 'UTC',
    ...known,
    name: name ?? known?.name ?? address.split('@')[0] ?? subject,
    email: address,
  }
}
