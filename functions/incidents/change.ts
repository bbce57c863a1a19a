import type { Instant } from '../runtime/instant.ts'
import type { Item, Key } from '../runtime/table.ts'
import type { Answers } from './fields.ts'
import type { Incident } from './incident.ts'

/** Who did it, and on which side of the incident they stood: the same person may report one and work on it. */
export type Actor = { kind: 'person' | 'system'; id?: string; name?: string; as?: 'requester' | 'worker' }
export type Channel = 'portal' | 'api' | 'mail' | 'sms' | 'webhook' | 'system'
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

/** What people wrote about an incident beside its title; too long for the head. */
export type Texts = { description: string; fields: Answers }

/** An item that is written or removed together with the incident. */
export type Beside = { put: Item } | { remove: Key }

/** What a decision answers: how the incident stood, how it stands, and what happened. Nothing is stored yet. */
export type Change = {
  before?: Incident
  after: Incident
  events: NewEvent[]
  /** The words as they stand afterwards, when they are new or were looked at again. */
  texts?: Texts
  beside?: readonly Beside[]
  /** Changes of other incidents that happen in the same transaction or not at all. */
  also?: readonly Change[]
}

/** Nothing happens. */
export const unchanged = (incident: Incident): Change => ({ before: incident, after: incident, events: [] })

/**
 * State of another noun that must move with the incident, in its transaction: pure, no reads, no clock.
 * What may come a moment later is a consumer of events instead.
 */
export type Follower<Settings> = (change: Change, moment: { now: Instant; settings: Settings }) => Change

export function followedBy<Settings>(
  change: Change,
  followers: readonly Follower<Settings>[],
  moment: { now: Instant; settings: Settings },
): Change {
  const also = change.also?.map((other) => followedBy(other, followers, moment))
  const followed =
    change.events.length === 0 ? change : followers.reduce((last, follow) => follow(last, moment), change)
  return also ? { ...followed, also } : followed
}

/**
 * What a noun adds to an incident as it is read: clocks, completeness, suggestions; and under `mayAgain` what may be
 * done once more though it was done before.
 */
export type View<Settings> = (
  incident: Incident,
  reader: { now: Instant; settings: Settings; seesInternal: boolean },
) => Viewed
export type Viewed = Record<string, unknown> & { mayAgain?: readonly string[] }

/** Sets or (with undefined) clears one timer. */
export function withTimer(incident: Incident, kind: string, dueAt: Instant | undefined): Incident {
  const { [kind]: _, ...timers } = incident.timers
  return { ...incident, timers: dueAt ? { ...timers, [kind]: dueAt } : timers }
}

/** The next thing that happens by itself. */
export function nextDue({ timers }: Pick<Incident, 'timers'>): { kind: string; dueAt: Instant } | undefined {
  // Of two at one instant the name decides, so that a page is armed and not what only moves.
  const [first] = Object.entries(timers).sort(([a, one], [b, other]) =>
    `${one} ${a}` < `${other} ${b}` ? -1 : 1,
  )
  return first && { kind: first[0], dueAt: first[1] }
}
