import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { consumer } from '../runtime/event.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { subjectOf } from '../runtime/subjects.ts'

/**
 * A knock on the door of one subject. It proves nothing, and neither does its generation, which only names it:
 * the subject is read, consistently, and its own timers decide.
 */
type Knock = { subjectId: string; generation: number }

let services: Services | undefined

async function wake({ subjectId }: Knock): Promise<void> {
  services ??= openServices()
  await subjectOf(subjectId).wake(subjectId, services)
}

const queued = consumer<Knock>(wake)

/** Called by the state machine for one subject, and by the queue for the overdue ones of the sweeper. */
export const handler = middy<SQSEvent | Knock, SQSBatchResponse | undefined>().handler(
  async (event, context) => {
    if ('Records' in event) return queued(event, context)
    await wake(event)
  },
)
