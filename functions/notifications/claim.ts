import type { SendStatus } from '../mail/delivery.ts'
import type { Channel } from '../preferences/preferences.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { type Instant, seconds } from '../runtime/instant.ts'
import type { Text } from '../runtime/text.ts'

/** One thing that one person is to be told through one channel, because of one event. */
export type Send = {
  /** The number of the incident, or the id of whatever else it is about. */
  incidentId: string
  /** The place of the event in the incident's timeline: `I000004`. Stable, however often the event comes. */
  occasion: string
  /** Which of the things that may follow from the event: `step-2`, `resolved`. */
  matter: string
  recipient: { id: string; name: string }
  channel: Channel
  /** Why this person, for those who ask later. */
  reason: Text | string
  event: string
  /** Of a page: in how many ways the person is told of it, this one among them, now or later. */
  ways?: number
}

/** The occasion of a send that follows from an internal entry, such as a step of an escalation. */
export const occasionOf = ({ seq }: { seq: number }): string => `I${String(seq).padStart(6, '0')}`

/** A send that somebody has taken on, and how it stands. */
export type Claim = Omit<Send, 'incidentId' | 'occasion' | 'matter'> & {
  sendKey: string
  status: SendStatus
  at: Instant
  note?: string
  /** Until when whoever took it on may still be at it. */
  heldUntil?: Instant
  /** How often it may have left: every try counts, but those that were clearly refused. */
  touches?: number
}

/** Longer than any sender is allowed to run, so that two copies of an event that come at once send once. */
export const holdTime = seconds(25)

/** A failure after which nobody tries again, unless the message itself is sent again by hand. */
export const gaveUp = 'gave_up'

/** As often as a message may leave when nobody can say whether the one before arrived. */
export const mostTouches = 2
/** What is noted once that is used up. */
export const unknownOutcome = 'unknown_outcome'

export const sendFor = (
  { pk, sk, type }: Pick<DomainEvent, 'pk' | 'sk' | 'type'>,
  what: Pick<Send, 'matter' | 'recipient' | 'reason'>,
): Send => ({ incidentId: pk, occasion: sk.replace('#', ''), channel: 'mail', event: type, ...what })
