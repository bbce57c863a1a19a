import { hostOf, isPrivateHost } from '../runtime/public-address.ts'
import type { FieldError } from '../runtime/refusal.ts'
import type { Text } from '../runtime/text.ts'
import type { Preferences } from './preferences.ts'
import { neverEnds } from './quiet-hours.ts'

/** What cannot work about somebody's preferences, whatever their shape. */
export function problemsOf(
  { webhook, quietHours }: Preferences,
  allowedHosts: readonly string[],
): FieldError[] {
  const address = webhook && webhookProblem(webhook.url, allowedHosts)
  return [
    ...(address ? [{ path: 'webhook.url', message: address }] : []),
    ...(quietHours && neverEnds(quietHours) ? [{ path: 'quietHours', message: endless }] : []),
  ]
}

/** Says at once what could only fail later; what a name resolves to is looked at with every call. */
function webhookProblem(url: string, allowedHosts: readonly string[]): Text | undefined {
  const target = URL.parse(url)
  if (!target) return unreadable
  const host = hostOf(target)
  if (allowedHosts.includes(host)) return /^https?:$/.test(target.protocol) ? undefined : unreadable
  if (target.protocol !== 'https:') return insecure
  if (target.username || target.password) return withPassword
  return isPrivateHost(host) ? unreachable : undefined
}

const unreadable: Text = {
  en: 'This is not a web address. Copy it from your chat’s page about incoming webhooks.',
  de: 'Das ist keine Webadresse. Kopieren Sie sie von der Seite Ihres Chats über eingehende Webhooks.',
}
const insecure: Text = {
  en: 'The address must begin with https://, so that nobody on the way can read along.',
  de: 'Die Adresse muss mit https:// beginnen, damit unterwegs niemand mitliest.',
}
const withPassword: Text = {
  en: 'Leave the name and password out of the address.',
  de: 'Lassen Sie Name und Passwort aus der Adresse weg.',
}
const unreachable: Text = {
  en: 'This address lies in a private network, which we do not call. Use one that the internet reaches.',
  de: 'Diese Adresse liegt in einem privaten Netz, das wir nicht aufrufen. Nehmen Sie eine, die aus dem Internet erreichbar ist.',
}
const endless: Text = {
  en: 'These quiet hours never end. Leave out a weekday or choose another end.',
  de: 'Diese Ruhezeiten enden nie. Lassen Sie einen Wochentag weg oder wählen Sie ein anderes Ende.',
}
