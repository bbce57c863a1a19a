import type { Occurrence } from './occurrence.ts'

type Part = { pages: AsyncGenerator<Occurrence[]>; page: Occurrence[]; place: number }

/**
 * The newest of what several parts of a log hold, newest first. No page is read before its turn comes.
 * @param parts each gives its pages newest first
 */
export async function newestFirst(
  parts: readonly AsyncGenerator<Occurrence[]>[],
  most: number,
): Promise<Occurrence[]> {
  const open = await Promise.all(parts.map((pages) => turned({ pages, page: [], place: 0 })))
  let left = open.filter(hasMore)
  const found: Occurrence[] = []
  while (found.length < most) {
    const next = left.reduce<Part | undefined>((a, b) => (a && headOf(a) >= headOf(b) ? a : b), undefined)
    const one = next?.page[next.place]
    if (!next || !one) break
    found.push(one)
    next.place += 1
    if (next.place === next.page.length) {
      await turned(next)
      left = left.filter(hasMore)
    }
  }
  await Promise.all(left.map(({ pages }) => pages.return(undefined)))
  return found
}

const headOf = ({ page, place }: Part): string => page[place]?.receivedAt ?? ''
const hasMore = ({ page }: Part) => page.length > 0

/** With its next page that holds something; with none at its end. */
async function turned(part: Part): Promise<Part> {
  let next = await part.pages.next()
  while (!next.done && next.value.length === 0) next = await part.pages.next()
  return Object.assign(part, { page: next.done ? [] : next.value, place: 0 })
}
