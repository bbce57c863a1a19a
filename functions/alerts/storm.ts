import type { Instant } from '../runtime/instant.ts'
import { stormAbove, windowBefore, windowCount } from './traffic.ts'
import type { Traffic } from './traffic-store.ts'

/** A source that sends more than can be read one by one: one notice is sent, and what comes is folded. */
export type Storm = {
  sourceId: string
  startedAt: Instant
  /** Rises whenever it is looked at. */
  generation: number
  /** The most requests that five minutes of it had, as far as somebody looked. */
  requests: number
  endedAt?: Instant
}

/** How a storm stands once five minutes of the clock ended that had so many requests. */
export function stormAfter(storm: Storm, requests: number, now: Instant): Storm {
  const looked = {
    ...storm,
    generation: windowCount(now),
    requests: Math.max(storm.requests, requests),
  }
  return requests > stormAbove ? looked : { ...looked, endedAt: now }
}

/** Every five minutes: ends the storm once a window had fewer requests. Quiet when there is none (any more). */
export async function wakeStorm(id: string, now: Instant, { traffic }: { traffic: Traffic }): Promise<void> {
  const storm = await traffic.storm(id.replace(/^storm_/, ''))
  if (!storm || storm.endedAt || windowCount(now) <= storm.generation) return
  const requests = await traffic.requestsIn(storm.sourceId, windowBefore(now))
  await traffic.turnStorm(storm, stormAfter(storm, requests, now), now)
}
