import type { Occurrence } from '../occurrence.ts'
import { Refused } from '../refused.ts'

/** What a body says: the alerts in it that could be taken, and why each of the others could not. */
export type Read = { occurrences: Occurrence[]; refused: readonly Refused[] }

const mostErrors = 20

/**
 * Reads each alert of a body by itself, so that a bad one takes no good one with it.
 * @throws Refused when there is none that is good: what is wrong with all that are wrong in the same way as the first.
 */
export function readEach<Item>(
  items: readonly Item[],
  read: (item: Item, index: number) => Occurrence,
): Read {
  const occurrences: Occurrence[] = []
  const refused: Refused[] = []
  for (const [index, item] of items.entries())
    try {
      occurrences.push(read(item, index))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused.push(error)
    }
  if (occurrences.length === 0 && refused[0]) throw joined(refused[0], refused)
  return { occurrences, refused }
}

export const only = (occurrence: Occurrence): Read => ({ occurrences: [occurrence], refused: [] })

function joined(first: Refused, all: readonly Refused[]): Refused {
  const { reason, code, sentence, extras } = first
  const errors = all.filter((one) => one.reason === reason).flatMap((one) => one.extras.errors ?? [])
  return new Refused(reason, code, sentence, { ...extras, errors: errors.slice(0, mostErrors) })
}
