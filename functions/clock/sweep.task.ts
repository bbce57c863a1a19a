import { SFNClient } from '@aws-sdk/client-sfn'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import { setting } from '../runtime/config.ts'
import { after, minutes } from '../runtime/instant.ts'
import { log } from '../runtime/log.ts'
import { openTable } from '../runtime/table.ts'
import { arm, armedWithin, type DueWake, isArmed } from './arm.ts'
import { openDue } from './due.ts'

const largestBatch = 10
const atOnce = 25
/** What enters the hour is armed in two sweeps running, should one be missed; later it is overdue and served anyway. */
const entering = minutes(2)

let clients: { due: ReturnType<typeof openDue>; sqs: SQSClient; sfn: SFNClient } | undefined

/**
 * Every minute: puts what is overdue on the wake queue and arms the pages that enter the hour.
 * Serves what an execution missed, whatever happened to it.
 */
export const handler = middy().handler(async () => {
  clients ??= {
    due: openDue(openTable(setting('TABLE_NAME'))),
    sqs: new SQSClient({}),
    sfn: new SFNClient({}),
  }
  const { due, sqs, sfn } = clients
  const now = new Date().toISOString()
  const horizon = after(now, armedWithin)
  const [overdue, soon] = await Promise.all([
    due.overdue(now),
    due.between(after(horizon, -entering), horizon),
  ])

  const pages = soon.filter((wake) => isArmed(wake, now))
  await eachOf(batches(overdue.wakes), (batch) => queue(sqs, batch))
  await eachOf(pages, (wake) => arm(sfn, setting('STATE_MACHINE_ARN'), wake))
  const answer = { armed: pages.length, woken: overdue.wakes.length, nextDueAt: overdue.nextDueAt ?? null }
  log.info('swept', answer)
  return answer
})

/** A few calls at a time, however much is due. */
async function eachOf<Item>(items: readonly Item[], call: (item: Item) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += atOnce) {
    await Promise.all(items.slice(start, start + atOnce).map(call))
  }
}

const batches = (wakes: readonly DueWake[]): DueWake[][] =>
  Array.from({ length: Math.ceil(wakes.length / largestBatch) }, (_, n) =>
    wakes.slice(n * largestBatch, (n + 1) * largestBatch),
  )

async function queue(sqs: SQSClient, wakes: readonly DueWake[]): Promise<void> {
  const { Failed = [] } = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: setting('WAKE_QUEUE_URL'),
      Entries: wakes.map((wake, index) => ({ Id: String(index), MessageBody: JSON.stringify(wake) })),
    }),
  )
  if (Failed.length > 0)
    throw new Error(`The wake queue did not take ${Failed.length} wakes; the next sweep tries again.`)
}
