import { listNotifications } from '../notifications/api/list-notifications.ts'
import { muteIncident, unmuteIncident } from '../notifications/api/mute-incident.ts'
import { whyTold } from '../notifications/api/why-told.ts'
import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { similarIncidents } from '../search/api/similar-incidents.ts'
import { explainClock } from '../sla/api/explain-clock.ts'
import { acknowledgeIncident } from './api/acknowledge-incident.ts'
import { commentIncident } from './api/comment-incident.ts'
import { editIncident } from './api/edit-incident.ts'
import { escalateIncident } from './api/escalate-incident.ts'
import { getIncident } from './api/get-incident.ts'
import { joinMeToo } from './api/join-me-too.ts'
import { linkIncidents } from './api/link-incidents.ts'
import { listIncidents } from './api/list-incidents.ts'
import { moveIncident } from './api/move-incident.ts'
import { notePresence } from './api/note-presence.ts'
import { publishKnown } from './api/publish-known.ts'
import { readTimeline } from './api/read-timeline.ts'
import { reportIncident } from './api/report-incident.ts'
import { unlinkIncidents } from './api/unlink-incidents.ts'
import { verifyTimeline } from './api/verify-timeline.ts'
import { unwatchIncident, watchIncident } from './api/watch-incident.ts'

export const operations = [
  reportIncident,
  listIncidents,
  getIncident,
  editIncident,
  moveIncident,
  acknowledgeIncident,
  escalateIncident,
  commentIncident,
  readTimeline,
  verifyTimeline,
  linkIncidents,
  unlinkIncidents,
  watchIncident,
  unwatchIncident,
  publishKnown,
  joinMeToo,
  notePresence,
  similarIncidents,
  listNotifications,
  whyTold,
  muteIncident,
  unmuteIncident,
  explainClock,
]

export const handler = httpFunction(operations, openServices)
