import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { decodeCursor, encodeCursor, PageQuery } from '../../runtime/page.ts'
import { AnnouncementPage } from '../answers.ts'
import { mayRead } from '../audience.ts'
import { represent } from '../representation.ts'

const Query = z.extend(PageQuery, { active: z.optional(z.enum(['true', 'false'])) })
const Place = z.object({ id: z.string() })

export const listAnnouncements = operation({
  method: 'GET',
  path: '/announcements',
  summary: 'Announcements for the reader, newest first, each with its newest update',
  action: 'anyone',
  query: Query,
  answers: {
    status: 200,
    description: 'The public ones without a token; those that are not over with active=true',
    schema: AnnouncementPage,
  },
  async perform({ caller, query, now }, { announcements }) {
    const [active, recent] = await Promise.all([
      query.active === 'false' ? [] : announcements.readActive(now),
      query.active === 'true' ? [] : announcements.readRecent(now),
    ])
    const readable = [...active, ...recent].filter(({ announcement }) => mayRead(caller, announcement))
    const place = decodeCursor(query.cursor, Place)
    const start = place ? readable.findIndex(({ announcement }) => announcement.id === place.id) + 1 : 0
    const page = readable.slice(start, start + query.limit)
    const more = start + query.limit < readable.length
    const named = caller.may('announcement.read')
    return ok({
      items: page.map(({ announcement, words }) => represent(announcement, { now, words, named })),
      nextCursor: more ? encodeCursor({ id: page.at(-1)?.announcement.id }) : undefined,
    })
  },
})
