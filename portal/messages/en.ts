import { alertRules } from './en/alert-rules.ts'
import { alerts } from './en/alerts.ts'
import { announcements } from './en/announcements.ts'
import { controls } from './en/controls.ts'
import { desk } from './en/desk.ts'
import { frame } from './en/frame.ts'
import { onCall } from './en/on-call.ts'
import { paging } from './en/paging.ts'
import { requester } from './en/requester.ts'
import { rota } from './en/rota.ts'
import { setUp } from './en/set-up.ts'
import { side } from './en/side.ts'
import { sources } from './en/sources.ts'
import { strip } from './en/strip.ts'
import { told } from './en/told.ts'
import { words } from './en/words.ts'
import { work } from './en/work.ts'

export const en = {
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
