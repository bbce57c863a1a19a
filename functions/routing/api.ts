import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { tryRules } from './api/try-rules.ts'

export const operations = [tryRules]

export const handler = httpFunction(operations, openServices)
