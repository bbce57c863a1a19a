import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { addTrigger, listTriggers, removeTrigger, replaceTrigger } from './api/own-triggers.ts'
import { turnDefault } from './api/turn-default.ts'

export const operations = [listTriggers, addTrigger, replaceTrigger, removeTrigger, turnDefault]

export const handler = httpFunction(operations, () => openServices())
