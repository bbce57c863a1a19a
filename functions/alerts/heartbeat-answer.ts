import * as z from 'zod/mini'
import { canonicalJson, sha256 } from '../runtime/hash.ts'
import type { Instant } from '../runtime/instant.ts'
import {
  deadlineOf,
  type Heartbeat,
  HeartbeatRequest,
  heartbeatStates,
  stateOfHeartbeat,
} from './heartbeat.ts'

const Key = z.object({ createdAt: z.string(), expiresAt: z.optional(z.string()), lastFour: z.string() })

export const HeartbeatAnswer = z.extend(HeartbeatRequest, {
  id: z.string(),
  state: z.enum(heartbeatStates),
  createdAt: z.string(),
  lastPingAt: z.optional(z.string()),
  missingSince: z.optional(z.string()),
  /** When its alert fires unless it says something before; not while it is missing or paused. */
  deadlineAt: z.optional(z.string()),
  /** For those who set it up. */
  keys: z.optional(z.array(Key)),
})

/** What is shown of a new key, once. */
export const ShownKey = z.object({ key: z.string(), url: z.string() })

export function heartbeatAnswer(one: Heartbeat, now: Instant, { withKeys }: { withKeys: boolean }) {
  const { version, since, owes, removed, keys, ...shown } = one
  const isWaitedFor = !one.paused && one.missingSince === undefined
  return {
    ...{ ...shown, state: stateOfHeartbeat(one, now) },
    ...(isWaitedFor && { deadlineAt: deadlineOf(one) }),
    ...(withKeys && {
      keys: keys.map(({ createdAt, expiresAt, lastFour }) => ({ createdAt, expiresAt, lastFour })),
    }),
  }
}

/** Of how it is set up: a ping does not make what somebody saw out of date. */
export function tagOfHeartbeat(one: Heartbeat): string {
  const { name, everyMinutes, graceMinutes, serviceId, teamId, severity, runbookUrl, paused } = one
  const content = { name, everyMinutes, graceMinutes, serviceId, teamId, severity, runbookUrl, paused }
  return `"${sha256(canonicalJson(content)).slice(0, 22)}"`
}

export const pingUrl = (apiUrl: string, id: string): string =>
  `${apiUrl.replace(/\/+$/, '')}/v1/heartbeats/${id}/ping`
