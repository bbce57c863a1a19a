import * as z from 'zod/mini'
import type { Page } from '../runtime/page.ts'
import { decodeCursor, encodeCursor } from '../runtime/page.ts'
import { type Filter, fits, type Row, termGroups } from './filter.ts'
import { borderOf, type GroupReading, isEnded, rarest, readOn, unread } from './group-reading.ts'
import type { SearchLists, Truth, WordItem } from './lists.ts'
import { idAt, PlaceText, placeOf } from './place.ts'
import { type Group, shortestPrefix } from './query.ts'
import { mayHave } from './signature.ts'

const mostItems = 500
const probe = 50
const chunk = 200
const mostWordsOfPrefix = 10

/** Below which incident to go on, and whether the last word had been taken as the beginning of one. */
export const SearchPlace = z.object({ before: PlaceText, begun: z.optional(z.literal(true)) })

type Asked = { groups: readonly Group[]; filter: Filter }
type Paging = { limit: number; cursor?: string }
type Round = { groups: readonly Group[]; readings: readonly GroupReading[]; begun?: true }

/**
 * The incidents that have a word of every group and fit the filter, newest first, for those who may read all of them.
 * The first 50 items of each word tell which is the rarest; its list alone is read on, and the signature in each item
 * tells of the other words and the facts. So two words cost at most 100 items when the rarer one has at most 50, and
 * never more than 500 a page: then the page may be short, or empty, and its cursor goes on from there.
 * What is found is checked against the incidents as they are now, so an index that lags shows nothing that is not so.
 */
export async function search(lists: SearchLists, asked: Asked, paging: Paging): Promise<Page<Row>> {
  const from = decodeCursor(paging.cursor, SearchPlace)
  if (asked.groups.length === 0) return { items: [] }
  const terms = termGroups(asked.filter)
  const first = asked.groups.length + terms.length === 1 ? paging.limit + 1 : probe
  const { groups, readings, begun } = await opened(lists, asked.groups, { ...from, first })

  let leading = rarest(readings)
  let driver = readings[leading] as GroupReading
  let spent = itemsOf(readings)
  let reached = '~'
  let isSure = readings.length === 1
  const found: Row[] = []
  let promising: WordItem[] = []
  for (;;) {
    promising.push(...driver.ready.filter(({ place }) => place < reached).filter(mayMatch))
    // What signatures promise is checked when it may fill the page, or when no more can come.
    if (found.length + promising.length > paging.limit || isEnded(driver) || spent >= mostItems) {
      found.push(...(await matching(promising, paging.limit + 1 - found.length)))
      promising = []
    }
    const last = found[paging.limit - 1]
    if (found.length > paging.limit && last) return page(found.slice(0, paging.limit), placeOf(last))
    if (isEnded(driver)) return page(found)
    reached = borderOf(driver)
    if (spent >= mostItems) return page(found, reached)
    if (isSure) {
      const read = driver.itemsRead
      driver = await readOn(driver, lists, Math.min(chunk, mostItems - spent))
      spent += driver.itemsRead - read
    } else {
      isSure = true
      const peeks = await Promise.all(readings.map((reading) => peeked(lists, reading)))
      leading = peeks.some(isEnded) ? rarest(peeks) : leading
      driver = peeks[leading] as GroupReading
      spent = itemsOf(peeks)
    }
  }

  function page(items: Row[], before?: string): Page<Row> {
    return { items, nextCursor: encodeCursor(before && { before, ...(begun && { begun }) }) }
  }

  function mayMatch({ signature }: WordItem): boolean {
    const others = groups.filter((_, index) => index !== leading).map(({ words }) => words)
    return [...others, ...terms].every((words) => words.some((word) => mayHave(signature, word)))
  }

  async function matching(candidates: readonly WordItem[], most: number): Promise<Row[]> {
    const rows: Row[] = []
    for (let at = 0; at < candidates.length && rows.length < most; ) {
      const some = candidates.slice(at, at + most - rows.length)
      at += some.length
      const truths = await lists.truths(some.map(({ place }) => idAt(place)))
      rows.push(...truths.filter((truth) => isTrue(truth, groups, asked.filter)).map(({ row }) => row))
    }
    return rows
  }
}

const itemsOf = (readings: readonly GroupReading[]) =>
  readings.reduce((sum, { itemsRead }) => sum + itemsRead, 0)

/** A list of exactly as many items as were asked for does not say that it has ended: one step more does. */
async function peeked(lists: SearchLists, reading: GroupReading): Promise<GroupReading> {
  const further = await readOn(reading, lists, 1)
  return { ...further, ready: [...reading.ready, ...further.ready] }
}

const isTrue = ({ row, held }: Truth, groups: readonly Group[], filter: Filter): boolean => {
  const has = new Set([...held.words, ...held.internal])
  return groups.every(({ words }) => words.some((word) => has.has(word))) && fits(row, filter)
}

/** The first of each list. A last word that nobody ever wrote is taken as the beginning of one. */
async function opened(
  lists: SearchLists,
  asked: readonly Group[],
  { before, begun, first }: { before?: string; begun?: true; first: number },
): Promise<Round> {
  const groups = await Promise.all(
    asked.map((group, index) =>
      expanded(lists, begun && index === asked.length - 1 ? asBeginning(group) : group),
    ),
  )
  const readings = await Promise.all(groups.map(({ words }) => readOn(unread(words, before), lists, first)))
  const last = readings.at(-1)
  const isUnknown = last && isEnded(last) && last.itemsRead === 0
  const word = asked.at(-1)?.words[0] ?? ''
  if (before !== undefined || !isUnknown || asked.at(-1)?.prefix || word.length < shortestPrefix) {
    return { groups, readings, begun }
  }
  const wider = await expanded(lists, asBeginning(asked.at(-1) as Group))
  const reading = await readOn(unread(wider.words, before), lists, first)
  return {
    groups: [...groups.slice(0, -1), wider],
    readings: [...readings.slice(0, -1), reading],
    begun: true,
  }
}

const asBeginning = ({ words: [word = ''] }: Group): Group => ({ words: [word], prefix: true })

async function expanded(lists: SearchLists, group: Group): Promise<Group> {
  const [word = ''] = group.words
  if (!group.prefix) return group
  return { words: [...new Set([word, ...(await lists.beginningWith(word, mostWordsOfPrefix))])] }
}
