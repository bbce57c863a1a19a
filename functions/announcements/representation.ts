import type { Instant } from '../runtime/instant.ts'
import { type Announcement, isOver, type Word } from './announcement.ts'
import { nextWordBy } from './cadence.ts'

export type Counts = { total: number; sent: number; failed: number }

type Extras = {
  now: Instant
  /** Everything said so far, oldest first; the first of them is the announcement itself. */
  words: readonly Word[]
  /** Whether the reader is told who wrote it: not outside the organisation. */
  named?: boolean
  deliveries?: Counts
}

/** An announcement as its readers see it. `updates` are what was said after `body`, oldest first. */
export function represent(announcement: Announcement, { now, words, named, deliveries }: Extras) {
  const { id, title, body, stage, audience, components, highPriority } = announcement
  const { startsAt, endsAt, publishedAt, updatedAt, resolvedAt, version } = announcement
  return {
    id,
    title,
    body,
    stage,
    audience,
    components,
    highPriority,
    startsAt,
    endsAt,
    publishedAt,
    updatedAt,
    resolvedAt,
    nextUpdateBy: nextWordBy(announcement, now),
    active: !isOver(announcement, now),
    version,
    updates: words
      .filter(({ seq }) => seq > 1)
      .map(({ after, text, at, by }) => ({
        stage: after.stage,
        body: text,
        at,
        ...(named && { byName: by.name }),
      })),
    deliveries,
  }
}
