import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { setting } from '../runtime/config.ts'
import { consumer } from '../runtime/event.ts'
import { log } from '../runtime/log.ts'
import { openTable } from '../runtime/table.ts'
import { DeliveryEvent, outcomeOf } from './delivery.ts'
import { type Deliveries, openDeliveries } from './store.ts'

let deliveries: Deliveries | undefined

const consume = consumer<unknown>(async (message) => {
  deliveries ??= openDeliveries(openTable(setting('TABLE_NAME')))
  const outcome = outcomeOf(z.parse(DeliveryEvent, message))
  if (!outcome) return
  const recorded = await deliveries.record(outcome)
  log.info('delivery event', { sendKey: outcome.sendKey, status: outcome.status, recorded })
})

/**
 * Deliveries, bounces and complaints, as SES publishes them. When its topic is set up SES also sends one sentence
 * of plain text, which is passed over.
 */
export const handler = middy<SQSEvent, SQSBatchResponse>().handler((event, context) =>
  consume(
    { ...event, Records: event.Records.filter(({ body }) => body.trimStart().startsWith('{')) },
    context,
  ),
)
