import type { Instant } from '../runtime/instant.ts'
import { log } from '../runtime/log.ts'
import type { Received } from './received.ts'
import type { Traffic } from './traffic-store.ts'

/**
 * Counts what was taken from each source. A count that fails is logged and left out: were the batch to come again, all
 * that was counted already would count twice, and look like a storm.
 */
export async function countReceived(
  received: readonly Received[],
  at: Instant,
  { traffic }: { traffic: Pick<Traffic, 'noteTraffic'> },
): Promise<void> {
  for (const [sourceId, all] of Map.groupBy(received, (one) => one.sourceId)) {
    const requests = all.reduce((sum, one) => sum + one.requests, 0)
    const accepted = all.reduce((sum, { occurrences }) => sum + occurrences.length, 0)
    await traffic
      .noteTraffic(sourceId, { requests, accepted, at })
      .catch((error: Error) => log.error('not counted', { sourceId, requests, accepted, error }))
  }
}
