import { listNotifications } from '../notifications/api/list-notifications.ts'
import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { acknowledgeIncident } from './api/acknowledge-incident.ts'
import { commentIncident } from './api/comment-incident.ts'
import { editIncident } from './api/edit-incident.ts'
import { escalateIncident } from './api/escalate-incident.ts'
import { getIncident } from './api/get-incident.ts'
import { listIncidents } from './api/list-incidents.ts'
import { moveIncident } from './api/move-incident.ts'
import { readTimeline } from './api/read-timeline.ts'
import { reportIncident } from './api/report-incident.ts'
import { verifyTimeline } from './api/verify-timeline.ts'

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
  listNotifications,
]

export const handler = httpFunction(operations, openServices)
