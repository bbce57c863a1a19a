import type { SearchLists, WordItem } from './lists.ts'

/** How far the lists of one group of words have been read. */
export type GroupReading = {
  lists: readonly { word: string; reached?: string; ended: boolean }[]
  /** Read, and newer than whatever a list may still hold; newest first, each once. */
  ready: readonly WordItem[]
  /** Read, but something between may still come. */
  waiting: readonly WordItem[]
  itemsRead: number
}

export const isEnded = ({ lists }: GroupReading): boolean => lists.every(({ ended }) => ended)

export const unread = (words: readonly string[], before: string | undefined): GroupReading => ({
  lists: words.map((word) => ({ word, reached: before, ended: false })),
  ready: [],
  waiting: [],
  itemsRead: 0,
})

/** The place below which nothing has been read for certain. */
export const borderOf = ({ lists }: GroupReading): string =>
  lists
    .filter(({ ended }) => !ended)
    .reduce((border, { reached = '~' }) => (reached > border ? reached : border), '')

/** Goes on in every list that has more: about `limit` items in one round trip. What was ready before is taken as used. */
export async function readOn(
  reading: GroupReading,
  reader: Pick<SearchLists, 'withWord'>,
  limit: number,
): Promise<GroupReading> {
  const open = reading.lists.filter(({ ended }) => !ended).length
  const each = Math.ceil(limit / open)
  const read = await Promise.all(
    reading.lists.map(async (list) => {
      if (list.ended) return { list, found: [] }
      const { found, ended } = await reader.withWord(list.word, { before: list.reached, limit: each })
      return { list: { ...list, ended, reached: found.at(-1)?.place ?? list.reached }, found }
    }),
  )
  const lists = read.map(({ list }) => list)
  const items = [...reading.waiting, ...read.flatMap(({ found }) => found)]
  const distinct = new Map(items.map((item) => [item.place, item]))
  const sorted = [...distinct.values()].sort((a, b) => (a.place < b.place ? 1 : -1))
  const border = borderOf({ ...reading, lists })
  return {
    lists,
    ready: sorted.filter(({ place }) => place >= border),
    waiting: sorted.filter(({ place }) => place < border),
    itemsRead: reading.itemsRead + read.reduce((sum, { found }) => sum + found.length, 0),
  }
}

/** Whichever goes to its end first, or else the one whose items reach back furthest: its word is the rarest. */
export const rarest = (readings: readonly GroupReading[]): number => {
  const [first = 0] = readings
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [readings[a], readings[b]] as [GroupReading, GroupReading]
      if (isEnded(one) !== isEnded(other)) return isEnded(one) ? -1 : 1
      if (isEnded(one)) return one.itemsRead - other.itemsRead
      return borderOf(one) < borderOf(other) ? -1 : 1
    })
  return first
}
