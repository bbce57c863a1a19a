import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { consumer } from '../runtime/event.ts'
import { ok } from '../runtime/operation.ts'
import { wakes } from '../runtime/reactions.ts'
import { Refusal } from '../runtime/refusal.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { dueChange } from './wake.ts'

/**
 * A knock on the door of one subject. It proves nothing, and neither does its generation, which only names it:
 * the subject is read, consistently, and its own timers decide.
 */
type Knock = { subjectId: string; generation: number }

/** Changes of one wake (steps that are due together, and retries after somebody else was faster). */
const rounds = 60
let services: Services | undefined

async function wake({ subjectId }: Knock): Promise<void> {
  services ??= openServices()
  if (subjectId.startsWith('ann_')) return services.announcements.wake(subjectId, new Date().toISOString())
  return wakeIncident(subjectId, services)
}

async function wakeIncident(id: string, { incidents, settings, saveIncident }: Services): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const now = new Date().toISOString()
    const [incident, current] = await Promise.all([incidents.readHead(id), settings.current()])
    if (!incident) throw new Error(`There is no ${id} to be woken.`)
    const change = dueChange(incident, now, current, wakes)
    if (!change) return
    await saveIncident(change, { now, settings: current, answer: () => ok(undefined) }).catch(unlessStale)
  }
  throw new Error(`${id} is changing too fast to be woken; it is tried again.`)
}

function unlessStale(error: unknown) {
  if (!(error instanceof Refusal && error.code === 'stale')) throw error
}

const queued = consumer<Knock>(wake)

/** Called by the state machine for one subject, and by the queue for the overdue ones of the sweeper. */
export const handler = middy<SQSEvent | Knock, SQSBatchResponse | undefined>().handler(
  async (event, context) => {
    if ('Records' in event) return queued(event, context)
    await wake(event)
  },
)
