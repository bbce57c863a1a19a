import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { readAccuracy } from './api/read-accuracy.ts'
import { suggestTriage } from './api/suggest-triage.ts'
import { trainTriage } from './api/train-triage.ts'

export const operations = [suggestTriage, readAccuracy, trainTriage]
export const handler = httpFunction(operations, () => openServices())
