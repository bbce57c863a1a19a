import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { readBulk } from './api/read-bulk.ts'
import { requestBulk } from './api/request-bulk.ts'
import { undoBulk } from './api/undo-bulk.ts'

export const operations = [requestBulk, readBulk, undoBulk]

export const handler = httpFunction(operations, openServices)
