import { canonicalJson } from '../runtime/hash.ts'
import type { FieldError } from '../runtime/refusal.ts'
import type { Text } from '../runtime/text.ts'
import type { Preferences } from './preferences.ts'

/**
 * What only people who work here may set: everybody else gets mails alone. What somebody set when they worked here may
 * stay as it is, so that they can change the rest.
 */
export function staffOnlyProblems(wanted: Preferences, before: Preferences): FieldError[] {
  const ways = [...(wanted.rules?.urgent ?? []), ...(wanted.rules?.normal ?? [])]
  const set = {
    phone: wanted.phone !== undefined,
    webhook: wanted.webhook !== undefined,
    rules: ways.some(({ channel }) => channel !== 'mail'),
  }
  return (['phone', 'webhook', 'rules'] as const)
    .filter((path) => set[path] && canonicalJson(wanted[path]) !== canonicalJson(before[path]))
    .map((path) => ({ path, message: mailAlone }))
}

export const mailAlone: Text = {
  en: 'We reach you by mail. Text messages and webhooks are for people who work on incidents here.',
  de: 'Wir erreichen Sie per Mail. SMS und Webhooks sind für Menschen, die hier Vorfälle bearbeiten.',
}
