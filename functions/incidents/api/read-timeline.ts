import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { decodeCursor, encodeCursor } from '../../runtime/page.ts'
import { EntryPage } from '../answers.ts'
import { numberPattern } from '../incident.ts'
import { involves, representEntry, seesInternal } from '../representation.ts'
import type { Entry } from '../timeline.ts'

const Query = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 100),
  cursor: z.optional(z.string()),
})
const Place = z.object({ public: z.number(), internal: z.number() })
type Place = z.infer<typeof Place>

/** A marker that is not ours is refused after the rights. */
function placeIn(cursor: string | undefined): Place | undefined {
  try {
    return decodeCursor(cursor, Place)
  } catch {
    return undefined
  }
}

export const readTimeline = operation({
  method: 'GET',
  path: '/incidents/{id}/timeline',
  summary: 'Read what happened',
  action: 'incident.read',
  query: Query,
  answers: {
    status: 200,
    description: 'The latest entries, oldest first; the cursor leads to earlier ones',
    schema: EntryPage,
  },
  async load({ id = '' }, { incidents }, { query }) {
    if (!numberPattern.test(id)) return undefined
    const place = placeIn(query?.cursor)
    const [incident, open, internal] = await Promise.all([
      incidents.readHead(id),
      incidents.readEntries(id, 'public', query?.limit ?? 1, place?.public),
      incidents.readEntries(id, 'internal', query?.limit ?? 1, place?.internal),
    ])
    return incident && { incident, open, internal }
  },
  owns: ({ incident }, caller) => involves(incident, caller.id),
  async perform({ caller, query: { limit, cursor }, subject: { open, internal } }) {
    const place = decodeCursor(cursor, Place)
    // Of two at one instant and place the public one is told first.
    const readable = seesInternal(caller) ? [...internal, ...open] : open
    const latest = readable.sort(newestFirst).slice(0, limit)
    return ok({
      items: latest.map(representEntry).reverse(),
      nextCursor: encodeCursor(earlier(latest, place)),
    })
  },
})

const newestFirst = (a: Entry, b: Entry) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1)

function earlier(latest: readonly Entry[], place: Place | undefined): Place | undefined {
  const reached = (visibility: Entry['visibility']) =>
    Math.min(
      place?.[visibility] ?? Number.MAX_SAFE_INTEGER,
      ...latest.filter((entry) => entry.visibility === visibility).map(({ seq }) => seq),
    )
  const next = { public: reached('public'), internal: reached('internal') }
  return next.public <= 1 || latest.length === 0 ? undefined : next
}
