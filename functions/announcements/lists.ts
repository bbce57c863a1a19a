import { beginning } from '../mail/untrusted.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import type { Announcement, AnnouncementChange, Word } from './announcement.ts'
import type { Place } from './place.ts'

/** An announcement with what was said: all of it, or as lists hold it, how the first word and the newest begin. */
export type AnnouncementRecord = { announcement: Announcement; words: Word[] }
/** A record and where the list goes on after it. */
type Found = { record: AnnouncementRecord; place: Place }
/** `next` is where to go on reading; without it there is nothing more. */
export type RecordPage = { found: Found[]; next?: Place }
type ListReading = { which: 'active' | 'past' | 'all'; place?: Place; limit: number }

const nothing: RecordPage = { found: [] }

/** Who announces more than this at once has other worries: the others are on their own pages only. */
const mostActive = 100
const mostRecent = 50
/** Lists show how a text begins, so that whoever reads them moves little. */
const longestText = 300

/** What is not resolved stands in the order of its end, so that what has ended is beyond the range that is read. */
const activeKey = ({ id, endsAt }: Announcement) => ({ pk: 'ANN#active', sk: `${endsAt ?? '9999'}#${id}` })
const recentKey = ({ id, updatedAt }: Announcement) => ({ pk: 'ANN#recent', sk: `${updatedAt}#${id}` })

/** The announcement's row in the one list where it belongs now. */
export function listWrites(table: Table, { before, after, events }: AnnouncementChange): Write[] {
  const row = {
    announcement: { ...after, body: beginning(after.body, longestText) },
    words: events.map((word) => ({ ...word, text: beginning(word.text, longestText) })),
  }
  if (after.stage !== 'resolved') return [table.putting({ ...activeKey(after), ...row })]
  const removal: Write = { Delete: { TableName: table.name, Key: activeKey(after) } }
  return [table.putting({ ...recentKey(after), ...row }), ...(before ? [removal] : [])]
}

export function openAnnouncementLists(table: Table) {
  const read = (pk: string, side: '<' | '>', border: string, limit: number): Promise<Item[]> =>
    table.queryAll(
      {
        KeyConditionExpression: `pk = :pk AND sk ${side} :border`,
        ExpressionAttributeValues: { ':pk': pk, ':border': border },
        ScanIndexForward: false,
        ConsistentRead: true,
      },
      limit,
    )

  async function active(now: Instant): Promise<Found[]> {
    const items = await read('ANN#active', '>', `${now}~`, mostActive)
    return items
      .map((item) => foundIn(item, 'active', ({ publishedAt, id }) => `${publishedAt}#${id}`))
      .sort(byPlace)
  }

  /** Both lists spell when it was over in their keys, so that a page of the two is the beginning of each. */
  async function past(now: Instant, limit: number, before = '~'): Promise<RecordPage> {
    const ended = `${now}~`
    const [resolved, passed] = await Promise.all([
      read('ANN#recent', '<', before, limit + 1),
      read('ANN#active', '<', before < ended ? before : ended, limit + 1),
    ])
    const all = [...resolved, ...passed].map((item) => foundIn(item, 'past', () => item.sk)).sort(byPlace)
    const found = all.slice(0, limit)
    return { found, next: all.length > limit ? found.at(-1)?.place : undefined }
  }

  return {
    /** What has been announced and is not over, newest first. */
    readActive: async (now: Instant): Promise<AnnouncementRecord[]> =>
      (await active(now)).map(({ record }) => record),

    /** What was over last: resolved, or past its announced end; newest first. */
    readRecent: async (now: Instant): Promise<AnnouncementRecord[]> =>
      (await past(now, mostRecent)).found.map(({ record }) => record),

    /** What goes on, and then a page of what is over, from a place on; in one round trip. */
    async readPage(now: Instant, { which, place, limit }: ListReading): Promise<RecordPage> {
      const isPast = place?.list === 'past'
      const [going, over] = await Promise.all([
        which === 'past' || isPast ? [] : active(now),
        which === 'active' ? nothing : past(now, limit, isPast ? place.before : undefined),
      ])
      const left = going.filter((one) => !place || one.place.before < place.before)
      return { found: [...left, ...over.found], next: over.next }
    },
  }
}

const foundIn = (
  { announcement, words }: Item,
  list: Place['list'],
  placeOf: (announcement: Announcement) => string,
): Found => {
  const record = { announcement, words } as AnnouncementRecord
  return { record, place: { list, before: placeOf(record.announcement) } }
}

const byPlace = ({ place: a }: Found, { place: b }: Found) => (a.before < b.before ? 1 : -1)
