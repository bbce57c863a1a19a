import type { Occurrence } from './occurrence.ts'
import { bytesOf } from './received.ts'
import { type Refused, unfit } from './refused.ts'

const mostOccurrences = 100
const mostBytes = 200 * 1024

/** Occurrences as messages of a queue hold them, up to 100 and 200 KB each; one that is larger is refused. */
export function batchesOf(occurrences: readonly Occurrence[]): {
  batches: Occurrence[][]
  refused: Refused[]
} {
  const batches: Occurrence[][] = []
  const refused: Refused[] = []
  let bytes = 0
  for (const [index, occurrence] of occurrences.entries()) {
    const size = bytesOf(occurrence) + 1
    const last = batches.at(-1)
    if (size > mostBytes) refused.push(unfit('too_large', [{ path: String(index), message: tooLarge }]))
    else if (last && last.length < mostOccurrences && bytes + size <= mostBytes) {
      last.push(occurrence)
      bytes += size
    } else {
      batches.push([occurrence])
      bytes = size
    }
  }
  return { batches, refused }
}

const tooLarge = {
  en: 'The labels of this alert are too long to be taken.',
  de: 'Die Labels dieses Alarms sind zu lang, um übernommen zu werden.',
}
