import type { People } from '../people/store.ts'
import { peopleShards } from '../people/store.ts'
import type { Word } from './announcement.ts'
import { cut } from './cut.ts'
import type { Chunk, Deliveries } from './delivery-store.ts'
import type { Announcements } from './store.ts'
import type { Turned } from './wake.ts'

type Around = {
  announcements: Pick<Announcements, 'readWord'>
  people: Pick<People, 'readShard'>
  deliveries: Pick<Deliveries, 'writeTotal'>
  enqueue(chunks: Chunk[]): Promise<void>
}

type Happened = Pick<Word | Turned, 'type' | 'announcementId' | 'seq'>

/**
 * Cuts the audience of one word into chunks, all shards side by side. It may run twice for the same word:
 * the chunks overlap then, and the claims keep every mail single. What starts or ends by itself says no word.
 */
export async function fanOut({ type, announcementId, seq }: Happened, around: Around): Promise<void> {
  if (type === 'announcement.started' || type === 'announcement.ended') return
  const found = await around.announcements.readWord(announcementId, seq)
  if (!found) throw new Error(`There is no word ${seq} of ${announcementId}.`)
  const { audience } = found.announcement
  const shards = await Promise.all(
    Array.from({ length: peopleShards }, async (_, shard) => {
      let addressed = 0
      let afterId: string | undefined
      do {
        const { people, lastId } = await around.people.readShard(shard, afterId)
        const part = cut(people, audience, { place: { announcementId, seq, shard }, afterId })
        await around.enqueue(part.chunks)
        addressed += part.addressed
        afterId = lastId
      } while (afterId)
      return addressed
    }),
  )
  await around.deliveries.writeTotal(
    announcementId,
    seq,
    shards.reduce((sum, addressed) => sum + addressed, 0),
  )
}
