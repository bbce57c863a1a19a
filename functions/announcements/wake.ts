import type { Instant } from '../runtime/instant.ts'
import { type Announcement, isOver } from './announcement.ts'
import { turnAfter } from './turn.ts'

/** An announcement started or ended by itself: the stored event, which no mail follows. `seq` is its generation. */
export type Turned = {
  type: 'announcement.started' | 'announcement.ended'
  announcementId: string
  seq: number
  at: Instant
  by: { kind: 'system' }
}

/** What waking it changes; nothing that was said, so its version stays. Nothing is stored yet. */
export type Wakening = { before: Announcement; after: Announcement; event: Turned }

/** Starts or ends what is due; undefined when nothing is. When both were missed, it has ended and that is all. */
export function wakeAnnouncement(announcement: Announcement, now: Instant): Wakening | undefined {
  const { id, nextTurn, generation } = announcement
  if (!nextTurn || nextTurn.at > now) return undefined
  const after = { ...announcement, generation: generation + 1, nextTurn: turnAfter(announcement, now) }
  const event: Turned = {
    type: isOver(announcement, now) ? 'announcement.ended' : 'announcement.started',
    announcementId: id,
    seq: after.generation,
    at: now,
    by: { kind: 'system' },
  }
  return { before: announcement, after, event }
}
