import type { Incident, Person } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import type { Affected } from '../incidents/me-too.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { sha256 } from '../runtime/hash.ts'
import { type Send, sendFor } from './claim.ts'
import { incidentMail, incidentUrl } from './incident-mail.ts'
import { messages } from './messages.ts'
import { onClockOf, type Reader } from './reader.ts'

export type FollowerNews = 'resolved' | 'canceled'

/** Somebody beside the requester whom the end of an incident concerns, and what they know it by. */
export type Follower = {
  person: Person
  why: 'watching' | 'affected' | 'merged'
  number: string
  title: string
}

export const watcherOf = ({ id, title }: Incident, person: Person): Follower => ({
  ...{ person, why: 'watching', number: id, title },
})

/** Whoever reported the same knows their own report, and nothing of the one that it was merged into. */
export const affectedBy = ({ id }: Incident, { person, title, via }: Affected): Follower => ({
  ...{ person, why: via ? 'merged' : 'affected', number: via ?? id, title },
})

/** What followers are told of an event: that it ended, while it still has. A duplicate ends in its original. */
export function followerNews(
  event: DomainEvent,
  { state }: Pick<Incident, 'state'>,
): FollowerNews | undefined {
  if (event.type !== 'incident.moved' || isOpen(state)) return undefined
  if (event.after?.state === 'resolved' && state !== 'canceled') return 'resolved'
  return event.after?.state === 'canceled' && event.reason !== 'duplicate' ? 'canceled' : undefined
}

/**
 * The send to one follower. Its name travels in the mail: for whoever may not read the incident it says neither
 * which one it is nor how many entries it has.
 */
export function followerSend(
  event: DomainEvent,
  news: FollowerNews,
  { person, why, number }: Follower,
): Send {
  const { id, name } = person
  const send = sendFor(event, { matter: `followed-${news}`, recipient: { id, name }, reason: why })
  if (why === 'watching') return send
  return { ...send, incidentId: number, occasion: `F${sha256(`${event.pk} ${event.sk}`).slice(0, 12)}` }
}

export function followerMail(
  news: FollowerNews,
  {
    event,
    follower: { why, number, title },
    reader,
    portalUrl,
  }: { event: DomainEvent; follower: Follower; reader: Reader; portalUrl: string },
) {
  const { facts, followed } = messages[reader.language]
  const named = { number, title }
  const words = followed[`${why === 'merged' ? 'merged' : 'follower'}_${news}`](named)
  return incidentMail({ id: number }, reader, {
    subject: followed[`subject_${news}`](named),
    parts: {
      preview: words,
      heading: followed[`heading_${news}`],
      paragraphs: [words],
      facts: [
        { label: facts.incident, value: `${number}: ${title}` },
        { label: facts.when, value: onClockOf(reader, event.at) },
      ],
      button: { label: followed.button, url: incidentUrl(portalUrl, number) },
      footer: [followed[`why_${why}`](named)],
    },
  })
}
