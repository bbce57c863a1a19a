import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { decodeCursor, encodeCursor } from '../../runtime/page.ts'
import { EntryPage } from '../answers.ts'
import { representEntry, seesInternal } from '../representation.ts'
import { type Entry, verify } from '../timeline.ts'
import { onIncident } from './subject.ts'

const Query = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 100),
  cursor: z.optional(z.string()),
})
const Place = z.object({ public: z.number(), internal: z.number() })
type Place = z.infer<typeof Place>

export const readTimeline = operation({
  method: 'GET',
  path: '/incidents/{id}/timeline',
  summary: 'Read what happened',
  action: 'incident.read',
  owns: onIncident.owns,
  query: Query,
  answers: {
    status: 200,
    description: 'The latest entries, oldest first; the cursor leads to earlier ones',
    schema: EntryPage,
  },
  load: onIncident.load,
  async perform({ caller, params: { id = '' }, query: { limit, cursor } }, { incidents }) {
    const place = decodeCursor(cursor, Place)
    const [open, internal] = await Promise.all([
      incidents.readEntries(id, 'public', limit, place?.public),
      seesInternal(caller) ? incidents.readEntries(id, 'internal', limit, place?.internal) : [],
    ])
    const latest = [...open, ...internal].sort(newestFirst).slice(0, limit)
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

export const verifyTimeline = operation({
  method: 'GET',
  path: '/incidents/{id}/timeline/verify',
  summary: 'Check that no entry was removed or changed',
  action: 'incident.read_internal',
  owns: onIncident.owns,
  answers: {
    status: 200,
    description: 'Whether both chains are whole, and where not',
    schema: z.object({ intact: z.boolean(), verdicts: z.array(z.looseObject({ intact: z.boolean() })) }),
  },
  load: onIncident.load,
  async perform({ params: { id = '' }, subject: { incident } }, { incidents }) {
    const [open, internal] = await Promise.all([
      incidents.readEntries(id, 'public', incident.publicChain.seq + 1),
      incidents.readEntries(id, 'internal', incident.internalChain.seq + 1),
    ])
    const verdicts = [
      verify(open.reverse(), incident.publicChain, 'public'),
      verify(internal.reverse(), incident.internalChain, 'internal'),
    ]
    return ok({ intact: verdicts.every(({ intact }) => intact), verdicts })
  },
})
