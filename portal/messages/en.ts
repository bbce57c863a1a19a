import { announcements } from './en/announcements.ts'
import { desk } from './en/desk.ts'
import { frame } from './en/frame.ts'
import { requester } from './en/requester.ts'
import { words } from './en/words.ts'

export const en = { ...frame, ...words, ...requester, ...desk, ...announcements } as const
