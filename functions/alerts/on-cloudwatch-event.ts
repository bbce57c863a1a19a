import middy from '@middy/core'
import { openServices, type Services } from '../runtime/services.ts'
import { openAlertQueue } from './alert-queue.ts'
import { takeEvent } from './take-event.ts'

let services: Services | undefined
const queue = openAlertQueue()

/** An alarm of CloudWatch in this account changed its state, as EventBridge tells it. */
export const handler = middy<unknown, { accepted: number }>().handler((event) => {
  services ??= openServices()
  return takeEvent(event, new Date().toISOString(), { services, queue })
})
