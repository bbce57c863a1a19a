import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { listPeople } from './api/list-people.ts'
import { editMe, readMe } from './api/me.ts'

export const operations = [readMe, editMe, listPeople]

export const handler = httpFunction(operations, openServices)
