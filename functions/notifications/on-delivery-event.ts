import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { DeliveryEvent, outcomeOf } from '../mail/delivery.ts'
import { openDeliveries } from '../mail/store.ts'
import { consumer } from '../runtime/event.ts'
import { log } from '../runtime/log.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { passOnUndelivered } from './pass-on-undelivered.ts'
import { sendOf } from './store.ts'

let services: Services | undefined

const consume = consumer<unknown>(async (message, { now }) => {
  services ??= openServices()
  const outcome = outcomeOf(z.parse(DeliveryEvent, message))
  if (!outcome) return
  const { sendKey, status } = outcome
  const recorded = await openDeliveries(services.table).record(outcome)
  log.info('delivery event', { sendKey, status, recorded })
  const send = sendOf(sendKey)
  // Also when it was recorded before: whoever did so may not have come to this.
  if (status !== 'bounced' || !send?.matter.startsWith('step-')) return
  await passOnUndelivered(send, now, services)
})

/**
 * Deliveries, bounces and complaints, as SES publishes them; a page that came back lets the next step come at once.
 * When its topic is set up SES also sends one sentence of plain text, which is passed over.
 */
export const handler = middy<SQSEvent, SQSBatchResponse>().handler((event, context) =>
  consume(
    { ...event, Records: event.Records.filter(({ body }) => body.trimStart().startsWith('{')) },
    context,
  ),
)
