import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { addFeed, listFeeds, readFeed, removeFeed } from './api/feeds.ts'
import { removeOverride, setOverride } from './api/overrides.ts'
import { previewSchedule } from './api/preview-schedule.ts'
import { readOnCall } from './api/read-oncall.ts'
import { readAllShifts, readFairness, readShifts } from './api/read-shifts.ts'
import { answerSwap, proposeSwap } from './api/swaps.ts'

export const operations = [
  readOnCall,
  readShifts,
  readAllShifts,
  readFairness,
  previewSchedule,
  setOverride,
  removeOverride,
  proposeSwap,
  ...answerSwap,
  addFeed,
  listFeeds,
  removeFeed,
  readFeed,
]

export const handler = httpFunction(operations, openServices)
