import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { getContract, getHealth } from './api/get-contract.ts'
import { listCategories, listServices, listTeams } from './api/list-catalog.ts'
import { readSettings } from './api/read-settings.ts'

export const operations = [listServices, listCategories, listTeams, readSettings, getHealth, getContract]

export const handler = httpFunction(operations, openServices)
