import { alertRules } from './de/alert-rules.ts'
import { alerts } from './de/alerts.ts'
import { announcements } from './de/announcements.ts'
import { controls } from './de/controls.ts'
import { desk } from './de/desk.ts'
import { frame } from './de/frame.ts'
import { onCall } from './de/on-call.ts'
import { paging } from './de/paging.ts'
import { requester } from './de/requester.ts'
import { rota } from './de/rota.ts'
import { setUp } from './de/set-up.ts'
import { side } from './de/side.ts'
import { sources } from './de/sources.ts'
import { strip } from './de/strip.ts'
import { told } from './de/told.ts'
import { words } from './de/words.ts'
import { work } from './de/work.ts'

export const de = {
  ...frame,
  ...alerts,
  ...sources,
  ...controls,
  ...alertRules,
  ...words,
  ...requester,
  ...desk,
  ...work,
  ...strip,
  ...side,
  ...announcements,
  ...setUp,
  ...paging,
  ...told,
  ...onCall,
  ...rota,
} as const
