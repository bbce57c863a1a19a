import type { Instant } from '../runtime/instant.ts'
import type { Services } from '../runtime/services.ts'
import { missed, told } from './heartbeat.ts'
import { occurrenceOf } from './heartbeat-alert.ts'
import type { Occurrence } from './occurrence.ts'

const rounds = 6

/**
 * Notes that a heartbeat is missed, and says what it owes as an alert: first noted and then said, so that what was said
 * is never forgotten, and what could not be said is said with the next wake. @throws Error when it changes too fast.
 */
export async function wakeHeartbeat(
  id: string,
  now: Instant,
  services: Services,
  take: (occurrences: Occurrence[], clock: () => Instant, services: Services) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const one = await services.heartbeats.read(id)
    if (!one) return
    const occurrence = occurrenceOf(one, now)
    if (occurrence) {
      await take([occurrence], () => now, services)
      await services.heartbeats.save(one, told(one))
      continue
    }
    const overdue = missed(one, now)
    if (!overdue) return
    await services.heartbeats.save(one, overdue)
  }
  throw new Error(`${id} is changing too fast to be woken; it is tried again.`)
}
