import type { Person } from '../people/person.ts'
import type { Audience } from './announcement.ts'
import { isAddressed } from './audience.ts'
import type { Chunk } from './delivery-store.ts'

/** At the pace that SES grants at first, a chunk is done within 40 seconds. */
export const peopleInAChunk = 100

type Place = Pick<Chunk, 'announcementId' | 'seq' | 'shard'>

/**
 * Cuts one page of a shard into chunks that hold somebody of the audience. The chunks name where they begin and end,
 * so that people who come or go meanwhile do not shift them against each other.
 */
export function cut(
  people: readonly Person[],
  audience: Audience,
  { place, afterId }: { place: Place; afterId?: string },
): { chunks: Chunk[]; addressed: number } {
  const starts = people.map((_, index) => index).filter((index) => index % peopleInAChunk === 0)
  const groups = starts.map((start) => {
    const group = people.slice(start, start + peopleInAChunk)
    return {
      chunk: { ...place, afterId: people[start - 1]?.id ?? afterId, untilId: group.at(-1)?.id ?? '' },
      addressed: group.filter((person) => isAddressed(audience, person)).length,
    }
  })
  return {
    chunks: groups.filter(({ addressed }) => addressed > 0).map(({ chunk }) => chunk),
    addressed: groups.reduce((sum, { addressed }) => sum + addressed, 0),
  }
}
