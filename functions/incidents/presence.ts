import * as z from 'zod/mini'
import { after, type Instant, seconds } from '../runtime/instant.ts'
import type { IncidentRow } from './representation.ts'

export const Present = z.object({
  id: z.string(),
  name: z.string(),
  at: z.string(),
  typing: z.optional(z.boolean()),
})
export type Present = z.infer<typeof Present>

/** Whoever has not been seen for as long has gone. */
const presentFor = seconds(60)

/** The others who look at it now, the latest first; the table forgets later than people leave. */
export const stillThere = (people: readonly Present[], me: string, now: Instant): Present[] =>
  people
    .filter(({ id, at }) => id !== me && at > after(now, -presentFor))
    .sort((a, b) => (a.at < b.at ? 1 : -1))

/** What somebody saw last of their incidents: when each had changed then. `fromId` is the earliest that is known of. */
export type Seen = { updatedAt: ReadonlyMap<string, Instant>; fromId?: string }

/** The row with whether it is new to somebody, or has changed since they saw it; unsaid where that is forgotten. */
export function withUnread<Row extends Pick<IncidentRow, 'id' | 'updatedAt'>>(row: Row, seen: Seen) {
  const last = seen.updatedAt.get(row.id)
  if (last === undefined && seen.fromId !== undefined && row.id < seen.fromId) return row
  return { ...row, unread: last === undefined || last < row.updatedAt }
}
