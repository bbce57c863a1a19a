import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { acknowledgeByLink, showAcknowledgement } from './api/acknowledge-link.ts'
import { simulateDraft, simulatePolicy } from './api/simulate-policy.ts'

export const operations = [showAcknowledgement, acknowledgeByLink, simulateDraft, simulatePolicy]

export const handler = httpFunction(operations, openServices)
