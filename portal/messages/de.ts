import { announcements } from './de/announcements.ts'
import { desk } from './de/desk.ts'
import { frame } from './de/frame.ts'
import { requester } from './de/requester.ts'
import { words } from './de/words.ts'

export const de = { ...frame, ...words, ...requester, ...desk, ...announcements } as const
