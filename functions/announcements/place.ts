import * as z from 'zod/mini'
import { decodeCursor, PageQuery } from '../runtime/page.ts'
import { idPattern } from './announcement.ts'

const instant = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`
const placePattern = new RegExp(`^${instant}#${idPattern.source.slice(1)}`)

/** Where a page of announcements ended: in which of the two lists, before which announcement. */
const Place = z.object({ list: z.enum(['active', 'past']), before: z.string().check(z.regex(placePattern)) })
export type Place = z.infer<typeof Place>

/** Where a page of deliveries ended: after which word, shard and person. A key has at most 1024 bytes. */
const DeliveryPlace = z.object({
  after: z.string().check(
    z.regex(/^\d{6}#\d{2}#\P{Cc}{1,255}$/u),
    z.refine((after) => Buffer.byteLength(after) <= 1000),
  ),
})

export const placeIn = (cursor: string | undefined) => decodeCursor(cursor, Place)
export const deliveryPlaceIn = (cursor: string | undefined) => decodeCursor(cursor, DeliveryPlace)

/** The query of a list, whose cursor leads into that list and nowhere else. */
const pageQuery = (read: (cursor: string) => unknown) =>
  z.extend(PageQuery, {
    cursor: z.optional(
      z.string().check(
        z.maxLength(2000),
        z.refine((cursor) => isReadBy(read, cursor)),
      ),
    ),
  })

export const AnnouncementQuery = z.extend(pageQuery(placeIn), {
  active: z.optional(z.enum(['true', 'false'])),
})
export const DeliveryQuery = pageQuery(deliveryPlaceIn)

function isReadBy(read: (cursor: string) => unknown, cursor: string): boolean {
  try {
    read(cursor)
    return true
  } catch {
    return false
  }
}
