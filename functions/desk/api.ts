import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { readSavedViews, writeSavedViews } from './api/saved-views.ts'

export const operations = [readSavedViews, writeSavedViews]

export const handler = httpFunction(operations, () => openServices())
