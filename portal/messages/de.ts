import { announcements } from './de/announcements.ts'
import { desk } from './de/desk.ts'
import { frame } from './de/frame.ts'
import { requester } from './de/requester.ts'
import { setUp } from './de/set-up.ts'
import { side } from './de/side.ts'
import { strip } from './de/strip.ts'
import { words } from './de/words.ts'
import { work } from './de/work.ts'

export const de = {
  ...frame,
  ...words,
  ...requester,
  ...desk,
  ...work,
  ...strip,
  ...side,
  ...announcements,
  ...setUp,
} as const
