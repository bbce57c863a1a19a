import type { Instant } from '../runtime/instant.ts'

type Entry = { id: string; at: Instant; order: number }

const isBefore = (a: Entry, b: Entry) => (a.at === b.at ? a.order < b.order : a.at < b.at)

/**
 * What is due when: each id once, as of the instant that was said of it last; of what is due together first what was
 * said first. A binary heap; what was said before of an id stays in it until its turn comes and is passed over then.
 */
export function openAgenda() {
  const dues = new Map<string, Entry>()
  const heap: Entry[] = []
  let added = 0

  function rise(entry: Entry): void {
    let place = heap.push(entry) - 1
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = heap[above] as Entry
      if (!isBefore(entry, parent)) break
      heap[place] = parent
      place = above
    }
    heap[place] = entry
  }

  function takeFirst(): void {
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let place = 0
    for (let below = 1; below < heap.length; below = 2 * place + 1) {
      const [left, right] = [heap[below] as Entry, heap[below + 1]]
      const child = right && isBefore(right, left) ? right : left
      if (!isBefore(child, last)) break
      heap[place] = child
      place = child === left ? below : below + 1
    }
    heap[place] = last
  }

  return {
    add(id: string, at: Instant): void {
      const entry = { id, at, order: added++ }
      dues.set(id, entry)
      rise(entry)
    },
    /** Takes off what is due first, if that is by an instant. */
    next(by: Instant): { id: string; at: Instant } | undefined {
      for (let first = heap[0]; first && first.at <= by; first = heap[0]) {
        takeFirst()
        if (dues.get(first.id) !== first) continue
        dues.delete(first.id)
        return { id: first.id, at: first.at }
      }
      return undefined
    },
    latestOf: (ids: Iterable<string>): Instant | undefined => {
      let latest: Instant | undefined
      for (const id of ids) {
        const at = dues.get(id)?.at
        if (at !== undefined && (latest === undefined || at > latest)) latest = at
      }
      return latest
    },
  }
}
