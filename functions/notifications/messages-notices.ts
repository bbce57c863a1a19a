import type { Language, Text } from '../runtime/text.ts'
import { noticesDe } from './messages-notices-de.ts'
import { type NoticeMessages, noticesEn } from './messages-notices-en.ts'

export const notices = { en: noticesEn, de: noticesDe } as const satisfies Record<Language, NoticeMessages>

/** A sentence of the notices in every language, for a record that several people read. */
export const noticeText = (say: (words: NoticeMessages, language: Language) => string): Text => ({
  en: say(notices.en, 'en'),
  de: say(notices.de, 'de'),
})
