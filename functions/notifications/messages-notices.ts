import type { Language } from '../runtime/text.ts'
import { noticesDe } from './messages-notices-de.ts'
import { type NoticeMessages, noticesEn } from './messages-notices-en.ts'

export const notices = { en: noticesEn, de: noticesDe } as const satisfies Record<Language, NoticeMessages>
