import type { Instant } from '../runtime/instant.ts'
import type { Incident } from './incident.ts'

/** Who did it, and on which side of the incident they stood: the same person may report one and work on it. */
export type Actor = { kind: 'person' | 'system'; id?: string; name?: string; as?: 'requester' | 'worker' }
export type Channel = 'portal' | 'api' | 'mail' | 'system'
export type Visibility = 'public' | 'internal'

export const system: Actor = { kind: 'system' }

/** Something that happened, in the past tense, before it has its place in the timeline. */
export type NewEvent = {
  type: `${string}.${string}`
  at: Instant
  by: Actor
  channel: Channel
  visibility: Visibility
  text?: string
  /** Why, in words or as a code: "nobody had acknowledged 5 min after the report". */
  reason?: string
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** What a decision answers: how the incident stood, how it stands, and what happened. Nothing is stored yet. */
export type Change = { before?: Incident; after: Incident; events: NewEvent[] }

/**
 * State of another noun that must move with the incident, in its transaction: pure, no reads, no clock.
 * What may come a moment later is a consumer of events instead.
 */
export type Follower<Settings> = (change: Change, moment: { now: Instant; settings: Settings }) => Change

export const followedBy = <Settings>(
  change: Change,
  followers: readonly Follower<Settings>[],
  moment: { now: Instant; settings: Settings },
): Change => followers.reduce((followed, follow) => follow(followed, moment), change)

/** Sets or (with undefined) clears one timer. */
export function withTimer(incident: Incident, kind: string, dueAt: Instant | undefined): Incident {
  const { [kind]: _, ...timers } = incident.timers
  return { ...incident, timers: dueAt ? { ...timers, [kind]: dueAt } : timers }
}

/** The next thing that happens by itself. */
export function nextDue({ timers }: Pick<Incident, 'timers'>): { kind: string; dueAt: Instant } | undefined {
  const [first] = Object.entries(timers).sort(([, a], [, b]) => (a < b ? -1 : 1))
  return first && { kind: first[0], dueAt: first[1] }
}
