import { involves } from '../incidents/representation.ts'
import type { Page } from '../runtime/page.ts'
import { decodeCursor, encodeCursor } from '../runtime/page.ts'
import { type Filter, fits, type Row } from './filter.ts'
import type { PersonItem, SearchLists } from './lists.ts'
import { idAt, placeOf } from './place.ts'
import type { Group } from './query.ts'
import { SearchPlace } from './search.ts'

const mostItems = 500
const chunk = 100

/**
 * The incidents that a person may read because they are named in them, by their public words only, newest first.
 * One list per person holds those words and nothing else, so that neither a result, nor a page, nor the time it takes
 * tells what stands in internal notes or in others' incidents. Whoever is not named in it any more finds it no more,
 * however old the list is. At most 500 rows a page, as in `search`.
 */
export async function searchOwn(
  lists: SearchLists,
  { personId, groups, filter }: { personId: string; groups: readonly Group[]; filter: Filter },
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<Page<Row>> {
  let before = decodeCursor(cursor, SearchPlace)?.before
  if (groups.length === 0) return { items: [] }
  const found: Row[] = []
  for (let spent = 0; spent < mostItems; spent += chunk) {
    const { found: items, ended } = await lists.ofPerson(personId, { before, limit: chunk })
    const candidates = items.filter((item) => groups.every((group) => isIn(item, group)))
    for (let at = 0; at < candidates.length && found.length <= limit; ) {
      const some = candidates.slice(at, at + limit + 1 - found.length)
      at += some.length
      const truths = await lists.truths(some.map(({ place }) => idAt(place)))
      const mine = truths.filter(({ incident, row }) => involves(incident, personId) && fits(row, filter))
      found.push(...mine.map(({ row }) => row))
    }
    const last = found[limit - 1]
    if (found.length > limit && last) {
      return { items: found.slice(0, limit), nextCursor: encodeCursor({ before: placeOf(last) }) }
    }
    if (ended) return { items: found }
    before = items.at(-1)?.place
  }
  return { items: found, nextCursor: encodeCursor({ before }) }
}

/** In the few words of one's own incidents every word may be the beginning of one that is there. */
const isIn = ({ words }: PersonItem, group: Group): boolean =>
  words.some((word) =>
    group.words.some((wanted) => (group.prefix ? word.startsWith(wanted) : word === wanted)),
  )
