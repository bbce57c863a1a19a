import { scoreCompleteness } from '../catalog/api/score-completeness.ts'
import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { collections } from './api/collections.ts'
import { importHolidays } from './api/import-holidays.ts'
import { settingsParts } from './api/parts.ts'
import { listAudit, readSettings, replaceSettings } from './api/settings-document.ts'

export const operations = [
  ...collections,
  importHolidays,
  readSettings,
  replaceSettings,
  ...settingsParts,
  listAudit,
  scoreCompleteness,
]

export const handler = httpFunction(operations, openServices)
