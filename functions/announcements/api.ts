import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { getAnnouncement } from './api/get-announcement.ts'
import { listAnnouncements } from './api/list-announcements.ts'
import { listDeliveries } from './api/list-deliveries.ts'
import { publishAnnouncement } from './api/publish-announcement.ts'
import { updateAnnouncement } from './api/update-announcement.ts'

export const operations = [
  listAnnouncements,
  publishAnnouncement,
  getAnnouncement,
  updateAnnouncement,
  listDeliveries,
]

export const handler = httpFunction(operations, () => openServices())
