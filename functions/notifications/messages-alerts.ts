import type { Language, Text } from '../runtime/text.ts'
import { alertsDe } from './messages-alerts-de.ts'
import { type AlertMessages, alertsEn } from './messages-alerts-en.ts'

export const alertMessages = { en: alertsEn, de: alertsDe } as const satisfies Record<Language, AlertMessages>

/** A sentence about alerts in every language, for a record that several people read. */
export const alertText = (say: (words: AlertMessages) => string): Text => ({
  en: say(alertMessages.en),
  de: say(alertMessages.de),
})
