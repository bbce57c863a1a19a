import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { listPeople } from './api/list-people.ts'
import { editMe, introduceMe, readMe } from './api/me.ts'

export const operations = [readMe, introduceMe, editMe, listPeople]

export const handler = httpFunction(operations, openServices)
