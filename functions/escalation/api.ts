import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { acknowledgeByLink, showAcknowledgement } from './api/acknowledge-link.ts'
import { listPolicies } from './api/list-policies.ts'

export const operations = [showAcknowledgement, acknowledgeByLink, listPolicies]

export const handler = httpFunction(operations, openServices)
