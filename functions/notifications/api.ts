import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { myNotificationsOperations } from './api/my-notifications.ts'
import { testNotifications } from './api/test-notifications.ts'
import { readTokenKey } from './token-key.ts'

export const operations = [...myNotificationsOperations(readTokenKey), testNotifications]

export const handler = httpFunction(operations, openServices)
