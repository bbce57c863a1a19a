import { sendFor } from '../notifications/claim.ts'
import { nextDigestAt } from '../notifications/digest.ts'
import { noticeMail, whoDid } from '../notifications/notice.ts'
import type { Post } from '../notifications/post.ts'
import { readerOf } from '../notifications/reader.ts'
import { allOf, type Prepared, sendOnce } from '../notifications/send-once.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import { findMatches, type Match } from './find-matches.ts'
import { mayKnow } from './match.ts'
import { occasionsOf } from './occasion.ts'

const atOnce = 5

/**
 * Tells everybody who asked for it, or whose role brings it, of an event: each once, however often the event comes and
 * however many of their triggers it sets off; at once, or with their next digest.
 */
export async function tellMatches(event: DomainEvent, now: Instant, post: Post): Promise<void> {
  if (occasionsOf(event).length === 0) return
  const { incidents, settings } = post.services
  const [incident, current] = await Promise.all([incidents.readHead(event.pk), settings.current()])
  if (!incident) return
  const matches = await findMatches({ event, incident }, current, post.services)
  for (let start = 0; start < matches.length; start += atOnce) {
    await allOf(matches.slice(start, start + atOnce).map((match) => tell(match, event, now, post)))
  }
}

function tell({ person: { id, name }, trigger, from }: Match, event: DomainEvent, now: Instant, post: Post) {
  const send = sendFor(event, { matter: 'trigger', recipient: { id, name }, reason: trigger.name })
  const occasions = occasionsOf(event)
  const occasion = occasions.find((one) => trigger.on.includes(one)) ?? occasions[0]
  const { people, mutes, incidents, preferences, digests } = post.services

  async function prepare(): Promise<Prepared> {
    const [person, isMuted, incident] = await Promise.all([
      people.read(id),
      mutes.has(id, event.pk),
      incidents.readHead(event.pk),
    ])
    if (!person || !incident || !occasion)
      return { suppressed: person ? 'unknown_incident' : 'unknown_person' }
    if (!mayKnow({ event, incident }, person)) return { suppressed: 'may_not_read' }
    if (isMuted) return { suppressed: 'muted' }
    if (trigger.digest) {
      const dueAt = nextDigestAt(await preferences.read(id), person.zone, now)
      const line = { incidentId: incident.id, occasion, at: event.at, who: whoDid(event, occasion) }
      await digests.add(id, line, { dueAt })
      return { suppressed: 'digest' }
    }
    const reader = readerOf(person)
    return {
      mail: noticeMail({
        ...{ event, incident, occasion, reader, portalUrl: post.portalUrl },
        trigger: { name: trigger.name, from },
      }),
    }
  }

  return sendOnce(post, send, now, prepare)
}
