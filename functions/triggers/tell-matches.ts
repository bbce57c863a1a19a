import { sendFor } from '../notifications/claim.ts'
import { nextDigestAt } from '../notifications/digest.ts'
import { noticeText } from '../notifications/messages-notices.ts'
import { noticeMessage, whoDid } from '../notifications/notice.ts'
import type { Post } from '../notifications/post.ts'
import { readerOf } from '../notifications/reader.ts'
import { inTurns, type Prepared, sendOnce, type Try, timeOf } from '../notifications/send-once.ts'
import { quietUntil } from '../preferences/quiet-hours.ts'
import { nameIn } from '../preferences/trigger.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import { findMatches, type Match } from './find-matches.ts'
import { mayKnow } from './match.ts'
import { occasionsOf } from './occasion.ts'

const atOnce = 5

/**
 * Tells everybody who asked for it, or whose role brings it, of an event: each once in each way, however often the
 * event comes and however many of their triggers it sets off; at once, or with their next digest. What is not P1 and
 * comes in their quiet hours is told by a digest at the end of those, whatever the way: that rings nobody.
 */
export async function tellMatches(event: DomainEvent, moment: Instant | Try, post: Post): Promise<void> {
  if (occasionsOf(event).length === 0) return
  const { incidents, settings } = post.services
  const [incident, current] = await Promise.all([incidents.readHead(event.pk), settings.current()])
  if (!incident) return
  const matches = await findMatches({ event, incident }, current, post.services)
  await inTurns(matches, atOnce, (match) => tell(match, { event, moment, post }))
}

type Telling = { event: DomainEvent; moment: Instant | Try; post: Post }

function tell(
  { person: { id, name }, preferences, channel, trigger, from }: Match,
  { event, moment, post }: Telling,
) {
  const reason = noticeText(({ trigger: says }, language) =>
    says[from === 'own' ? 'isOwn' : 'isOfRole'](nameIn(trigger, language)),
  )
  const send = {
    ...sendFor(event, { matter: 'trigger', recipient: { id, name }, reason }),
    channel,
  }
  const occasions = occasionsOf(event)
  const occasion = occasions.find((one) => trigger.on.includes(one)) ?? occasions[0]
  const { people, mutes, incidents, digests } = post.services

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
    const now = timeOf(moment)
    const isUrgent = incident.priority === 'P1'
    const until = isUrgent ? undefined : quietUntil(preferences.quietHours, person.zone, now)
    const dueAt = trigger.digest ? nextDigestAt(preferences, person.zone, now) : until
    if (dueAt) {
      const { at, visibility } = event
      const line = { incidentId: incident.id, occasion, at, visibility, who: whoDid(event, occasion) }
      await digests.add(id, line, { dueAt })
      return { suppressed: 'digest' }
    }
    const reader = readerOf(person)
    return {
      message: noticeMessage({
        ...{ event, incident, occasion, reader, portalUrl: post.portalUrl },
        trigger: { name: nameIn(trigger, reader.language), from },
      }),
      to: { reader, preferences },
    }
  }

  return sendOnce(post, send, moment, prepare)
}
