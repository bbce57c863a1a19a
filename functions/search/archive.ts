import * as z from 'zod/mini'
import type { Page } from '../runtime/page.ts'
import { decodeCursor, encodeCursor } from '../runtime/page.ts'
import { type Filter, fits, type Row } from './filter.ts'
import type { SearchLists } from './lists.ts'
import { monthOf, PlaceText, placeOf } from './place.ts'

const mostRows = 500
const Place = z.object({ before: PlaceText })

/**
 * Everything that was ever reported and fits, newest first: the rows of the months, walked back from the newest.
 * At most 500 rows are read for a page; what fits may then be short, and the cursor goes on from there.
 */
export async function readArchive(
  lists: SearchLists,
  filter: Filter,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<Page<Row>> {
  let before = decodeCursor(cursor, Place)?.before
  const isPlain = Object.values(filter).every((value) => value === undefined)
  const chunk = isPlain ? limit + 1 : Math.max(100, limit + 1)
  const months = await lists.months(before)
  const found: Row[] = []
  let spent = 0
  for (const month of months) {
    for (let ended = false; !ended; ) {
      const reading = await lists.ofMonth(month, {
        before: before && monthOf(before) === month ? before : undefined,
        limit: chunk,
      })
      ended = reading.ended
      spent += reading.found.length
      before = reading.found.at(-1)?.place ?? before
      found.push(...reading.found.map(({ row }) => row).filter((row) => fits(row, filter)))
      const last = found[limit - 1]
      if (found.length > limit && last) return page(found.slice(0, limit), placeOf(last))
      if (spent >= mostRows && !(ended && month === months.at(-1))) return page(found, before)
    }
  }
  return page(found)
}

const page = (items: Row[], before?: string): Page<Row> => ({
  items,
  nextCursor: encodeCursor(before && { before }),
})
