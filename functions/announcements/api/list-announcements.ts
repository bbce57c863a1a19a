import { ok, operation } from '../../runtime/operation.ts'
import { encodeCursor } from '../../runtime/page.ts'
import { AnnouncementPage } from '../answers.ts'
import { mayRead } from '../audience.ts'
import type { RecordPage } from '../lists.ts'
import { AnnouncementQuery, placeIn } from '../place.ts'
import { represent } from '../representation.ts'

const whichOf = { true: 'active', false: 'past' } as const
const nothing: RecordPage = { found: [] }
/** Pages that may be read for one, where most of what there is is not for the reader. */
const mostRounds = 4

export const listAnnouncements = operation({
  method: 'GET',
  path: '/announcements',
  summary: 'Announcements for the reader: what goes on, then what is over, newest first',
  action: 'anyone',
  query: AnnouncementQuery,
  answers: {
    status: 200,
    description:
      'The public ones without a token; those that are not over with active=true. Each with its newest update and how its texts begin; a page may be short, only nextCursor tells whether there is more',
    schema: AnnouncementPage,
  },
  // What cannot be read as a query is refused after this.
  load: async (_params, { announcements }, { query }) =>
    query
      ? announcements.readPage(new Date().toISOString(), {
          which: query.active ? whichOf[query.active] : 'all',
          place: placeIn(query.cursor),
          limit: query.limit,
        })
      : nothing,
  async perform({ caller, query, subject, now }, { announcements }) {
    const { limit } = query
    let page = subject
    const readable = page.found.filter(({ record }) => mayRead(caller, record.announcement))
    for (let round = 1; readable.length < limit && page.next && round < mostRounds; round++) {
      page = await announcements.readPage(now, { which: 'past', place: page.next, limit })
      readable.push(...page.found.filter(({ record }) => mayRead(caller, record.announcement)))
    }
    const shown = readable.slice(0, limit)
    const named = caller.may('announcement.read')
    return ok({
      items: shown.map(({ record: { announcement, words } }) =>
        represent(announcement, { now, words, named }),
      ),
      nextCursor: encodeCursor(readable.length > limit ? shown.at(-1)?.place : page.next),
    })
  },
})
