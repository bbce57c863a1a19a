import { askRequester } from './ask-requester.ts'
import { telling } from './telling.ts'

export const handler = telling(askRequester)
