import * as z from 'zod/mini'
import { after, elapsed, type Instant, minutes } from '../runtime/instant.ts'
import { severities } from './occurrence.ts'
import { rotated, type SourceKey } from './source-key.ts'

/** A ping is noted at most so often; more often than that nobody is missed. */
const notedEvery = minutes(1)
/** Two that may be valid, and some that were. */
const mostKeys = 10

export const mostHeartbeats = 500

const Minutes = (most: number) => z.number().check(z.int(), z.minimum(1), z.maximum(most))

/** Something that says at regular times that it lives. When it stops, an alert fires. */
export const HeartbeatRequest = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  everyMinutes: Minutes(44_640),
  graceMinutes: Minutes(1440),
  serviceId: z.optional(z.string()),
  teamId: z.optional(z.string()),
  severity: z._default(z.enum(severities), 'error'),
  runbookUrl: z.optional(z.string().check(z.maxLength(2000), z.regex(/^https?:\/\/\S+$/i))),
  /** Nobody waits for it, and it fires nothing. */
  paused: z._default(z.boolean(), false),
})
export type HeartbeatRequest = z.infer<typeof HeartbeatRequest>

export type Heartbeat = HeartbeatRequest & {
  id: string
  version: number
  createdAt: Instant
  /** From when on it is waited for: since it was made, set up anew or no longer paused. */
  since: Instant
  lastPingAt?: Instant
  missingSince?: Instant
  /** What is still to be said of it as an alert. It is woken until that is done. */
  owes?: { status: 'firing' | 'resolved'; startsAt: Instant; at: Instant }
  /** The newest first. */
  keys: readonly SourceKey[]
  /** It goes once nothing is owed any more. */
  removed?: true
}

export const heartbeatStates = ['waiting', 'healthy', 'late', 'missing', 'paused'] as const

/** When the alert fires unless it says something before. */
export const deadlineOf = (one: Heartbeat): Instant =>
  after(heardAt(one), minutes(one.everyMinutes + one.graceMinutes))

const heardAt = ({ lastPingAt, since }: Heartbeat): Instant =>
  lastPingAt !== undefined && lastPingAt > since ? lastPingAt : since

export function stateOfHeartbeat(one: Heartbeat, now: Instant): (typeof heartbeatStates)[number] {
  if (one.paused) return 'paused'
  if (one.missingSince !== undefined) return 'missing'
  if (elapsed(heardAt(one), now) > minutes(one.everyMinutes)) return 'late'
  return one.lastPingAt === undefined ? 'waiting' : 'healthy'
}

export const heartbeat = (
  request: HeartbeatRequest,
  { id, key, now }: { id: string; key: SourceKey; now: Instant },
): Heartbeat => ({ ...request, id, version: 1, createdAt: now, since: now, keys: [key] })

/** Set up anew; what changes how long it is waited for begins to wait now, and a pause ends its alert. */
export function editedHeartbeat(before: Heartbeat, request: HeartbeatRequest, now: Instant): Heartbeat {
  const { id, createdAt, keys, since, lastPingAt, missingSince, owes, version } = before
  const isAnew =
    request.everyMinutes !== before.everyMinutes ||
    request.graceMinutes !== before.graceMinutes ||
    (before.paused && !request.paused)
  const edited = {
    ...request,
    ...{ id, createdAt, keys, lastPingAt, missingSince, owes },
    ...{ version: version + 1, since: isAnew ? now : since },
  }
  return isAnew || request.paused ? settled(edited, now) : edited
}

/** That it lives; undefined while the last time was noted shortly before. */
export function pinged(before: Heartbeat, now: Instant): Heartbeat | undefined {
  const { lastPingAt, missingSince } = before
  const isNoted = lastPingAt !== undefined && Math.abs(elapsed(lastPingAt, now)) < notedEvery
  if (isNoted && missingSince === undefined) return undefined
  return settled({ ...before, version: before.version + 1, lastPingAt: now }, now)
}

/** A new key beside the older one, which ends after the overlap. */
export function rotatedHeartbeat(
  before: Heartbeat,
  key: SourceKey,
  how: { now: Instant; overlapMinutes: number },
): { after: Heartbeat; previousExpiresAt?: Instant } {
  const { keys, previousExpiresAt } = rotated(before.keys, key, how)
  const after = { ...before, version: before.version + 1, keys: keys.slice(0, mostKeys) }
  return { after, ...(previousExpiresAt && { previousExpiresAt }) }
}

/** Without what is to be said of it first; undefined when it can go at once. */
export function removedHeartbeat(before: Heartbeat, now: Instant): Heartbeat | undefined {
  const after = settled(
    { ...before, version: before.version + 1, keys: [], paused: true, removed: true },
    now,
  )
  return after.owes && after
}

/** Whether it is overdue now, and how it stands then; what it owes must be said afterwards. */
export function missed(before: Heartbeat, now: Instant): Heartbeat | undefined {
  if (before.paused || before.owes || before.missingSince !== undefined || deadlineOf(before) > now)
    return undefined
  const owes = { status: 'firing', startsAt: now, at: now } as const
  return { ...before, version: before.version + 1, missingSince: now, owes }
}

/** How it stands once what it owes was said; undefined when it goes. */
export function told(before: Heartbeat): Heartbeat | undefined {
  const { owes, removed, ...rest } = before
  return removed ? undefined : { ...rest, version: before.version + 1 }
}

/** What comes by itself, and when. */
export function turnOfHeartbeat(one: Heartbeat): { kind: string; dueAt: Instant } | undefined {
  if (one.owes) return { kind: 'heartbeat', dueAt: one.owes.at }
  if (one.paused || one.missingSince !== undefined) return undefined
  return { kind: 'heartbeat', dueAt: deadlineOf(one) }
}

/** It is missed no more: the alert that fired, or that was about to, is over. */
function settled({ missingSince, ...rest }: Heartbeat, now: Instant): Heartbeat {
  if (missingSince === undefined) return rest
  return { ...rest, owes: { status: 'resolved', startsAt: missingSince, at: now } }
}
