import { after, earliest, elapsed, hours, type Instant, minutes } from '../runtime/instant.ts'
import { type Announcement, isOver } from './announcement.ts'

/** How long people wait for the next word: at first, and once it has gone on for `settlesAfter`. */
const cadences = {
  high: { first: minutes(20), settlesAfter: hours(2), later: hours(1) },
  normal: { first: hours(1), settlesAfter: hours(4), later: hours(4) },
} as const

/** When the next word is due: at the start of what is to come, then at the pace of its priority, at its end at the latest. */
export function nextWordBy(announcement: Announcement, now: Instant): Instant | undefined {
  const { startsAt, endsAt, publishedAt, updatedAt, highPriority } = announcement
  if (isOver(announcement, now)) return undefined
  if (startsAt > now) return startsAt
  const since = startsAt > publishedAt ? startsAt : publishedAt
  const last = startsAt > updatedAt ? startsAt : updatedAt
  const { first, settlesAfter, later } = cadences[highPriority ? 'high' : 'normal']
  const due = after(last, elapsed(since, last) < settlesAfter ? first : later)
  return earliest(endsAt ? [due, endsAt] : [due])
}
