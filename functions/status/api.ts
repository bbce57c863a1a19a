import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { getStatus } from './api/get-status.ts'
import { listComponents } from './api/list-components.ts'

export const operations = [getStatus, listComponents]

export const handler = httpFunction(operations, () => openServices())
