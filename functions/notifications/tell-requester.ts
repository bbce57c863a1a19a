import { alertsOf } from '../alerts/slice.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import { sendFor } from './claim.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { sendOnce, type Try } from './send-once.ts'
import { newsFor, statusMail } from './status-mail.ts'

/** Tells the requester what an event of their incident means for them, if anything. */
export async function tellRequester(event: DomainEvent, moment: Instant | Try, post: Post): Promise<void> {
  const { services, portalUrl } = post
  const incident = await services.incidents.readHead(event.pk)
  const news = incident && newsFor(event, incident)
  // What monitoring reported has nobody to be told.
  if (!incident || !news || alertsOf(incident)) return
  const { id, name } = incident.requester
  const send = sendFor(event, { matter: news, recipient: { id, name }, reason: news })
  await sendOnce(post, send, moment, async () => {
    const [person, isMuted] = await Promise.all([
      services.people.read(id),
      services.mutes.has(id, incident.id),
    ])
    if (!person) return { suppressed: 'unknown_person' }
    if (isMuted) return { suppressed: 'muted' }
    return { mail: statusMail(news, { event, incident, reader: readerOf(person), portalUrl }) }
  })
}
