import { permits } from '../people/access.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import {
  affectedBy,
  type Follower,
  type FollowerNews,
  followerMail,
  followerNews,
  followerSend,
  watcherOf,
} from './follower-mail.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { inTurns, sendOnce, type Try } from './send-once.ts'

const pageOfPeople = 100
const atOnce = 5

/**
 * Tells everybody whom an incident of somebody else concerns that it was solved or given up: some at a time, and each
 * once however often it is asked, so that a thousand may take several tries.
 */
export async function tellFollowers(event: DomainEvent, moment: Instant | Try, post: Post): Promise<void> {
  const { incidents, meToos } = post.services
  const incident = await incidents.readHead(event.pk)
  const news = incident && followerNews(event, incident)
  if (!incident || !news) return
  const isOther = ({ person }: Follower) => ![incident.requester.id, event.by.id].includes(person.id)
  const watchers = (incident.watchers ?? []).map((person) => watcherOf(incident, person)).filter(isOther)
  const failures: unknown[] = []
  const tellEach = (followers: readonly Follower[]) =>
    inTurns(followers, atOnce, (follower) => tell(follower, { news, event, moment, post })).catch((error) =>
      failures.push(error),
    )
  await tellEach(watchers)
  const watching = new Set(watchers.map(({ person }) => person.id))
  let lastId: string | undefined
  do {
    const page = await meToos.page(event.pk, pageOfPeople, lastId)
    const affected = page.items.map((one) => affectedBy(incident, one)).filter(isOther)
    await tellEach(affected.filter(({ person, why }) => why === 'merged' || !watching.has(person.id)))
    lastId = page.lastId
  } while (lastId)
  if (failures.length > 0) throw failures[0]
}

type Telling = { news: FollowerNews; event: DomainEvent; moment: Instant | Try; post: Post }

const tell = (follower: Follower, { news, event, moment, post }: Telling) =>
  sendOnce(post, followerSend(event, news, follower), moment, async () => {
    const { people, mutes } = post.services
    const [person, isMuted] = await Promise.all([
      people.read(follower.person.id),
      mutes.has(follower.person.id, follower.number),
    ])
    if (!person) return { suppressed: 'unknown_person' }
    if (isMuted) return { suppressed: 'muted' }
    // Who works here follows in the queue; mail is for those who wait for it.
    if (follower.why === 'watching' && permits(person.roles, 'incident.read_internal', { own: false })) {
      return { suppressed: 'works_here' }
    }
    return {
      mail: followerMail(news, { event, follower, reader: readerOf(person), portalUrl: post.portalUrl }),
    }
  })
