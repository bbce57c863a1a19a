import type { Language } from '../runtime/text.ts'
import { de } from './messages-de.ts'
import { en, type Messages } from './messages-en.ts'

export const messages = { en, de } as const satisfies Record<Language, Messages>
