import type { Incident } from '../incidents/incident.ts'
import { beginning } from '../mail/untrusted.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { incidentMail, incidentUrl, nameOf, namesOf, quotedLength } from './incident-mail.ts'
import { messages } from './messages.ts'
import { onClockOf, type Reader } from './reader.ts'

export const statusNews = [
  'reported',
  'in_progress',
  'waiting',
  'replied',
  'resolved',
  'reminded',
  'reopened',
  'canceled',
  'merged',
  'merged_solved',
] as const
export type StatusNews = (typeof statusNews)[number]

/**
 * What an event tells the requester, if anything: never what they did themselves, except that their report arrived,
 * and never what is internal.
 */
export function newsFor(
  event: DomainEvent,
  { requester }: Pick<Incident, 'requester'>,
): StatusNews | undefined {
  if (event.type === 'incident.reported') return 'reported'
  if (event.visibility !== 'public' || event.by.id === requester.id) return undefined
  switch (event.type) {
    case 'incident.taken':
      return event.after?.state === 'in_progress' ? 'in_progress' : undefined
    case 'incident.commented':
      return 'replied'
    case 'incident.close_reminded':
      return 'reminded'
    case 'incident.reopened':
      return 'reopened'
    case 'incident.moved':
      return newsOfMove(event) ?? (event.text ? 'replied' : undefined)
    default:
      return undefined
  }
}

function newsOfMove({ before, after, reason }: DomainEvent): StatusNews | undefined {
  switch (after?.state) {
    case 'in_progress':
      return before?.state === 'new' ? 'in_progress' : undefined
    case 'on_hold':
      return after.holdReason === 'awaiting_requester' ? 'waiting' : undefined
    case 'resolved':
      return 'resolved'
    case 'canceled':
      if (reason !== 'duplicate' || !after.original) return 'canceled'
      return after.original === 'open' ? 'merged' : 'merged_solved'
    default:
      return undefined
  }
}

/** The mail that tells it, in the reader's language and on the reader's clock. */
export function statusMail(
  news: StatusNews,
  {
    event,
    incident,
    reader,
    portalUrl,
  }: {
    event: DomainEvent
    incident: Incident
    reader: Reader
    portalUrl: string
  },
) {
  const words = messages[reader.language]
  const message = words[news]
  const who = whoOf(event)
  const named = namesOf(incident, who)
  const written = event.text || (event.reason === 'duplicate' ? undefined : event.reason)
  const url = incidentUrl(portalUrl, incident.id)
  const closesAt = news === 'resolved' || news === 'reminded' ? incident.timers.close : undefined
  const forYou = news === 'reported' && event.by.id !== incident.requester.id && words.reported.forYou(named)
  return incidentMail(incident, reader, {
    subject: message.subject(named),
    parts: {
      preview: message.words(named),
      heading: message.heading(named),
      paragraphs: [...(forYou ? [forYou] : []), message.words(named)],
      ...(written && {
        quote: {
          label: 'quote' in message ? message.quote : words.quotedFrom(nameOf(event.by)),
          text: beginning(written, quotedLength),
        },
      }),
      facts: [
        { label: words.facts.incident, value: `${incident.id}: ${incident.title}` },
        { label: words.facts.priority, value: incident.priority },
        { label: words.facts.when, value: onClockOf(reader, event.at) },
        ...(closesAt ? [{ label: words.facts.closes, value: onClockOf(reader, closesAt) }] : []),
      ],
      button: { label: message.button, url: 'alternative' in message ? `${url}#confirm` : url },
      ...('alternative' in message && {
        alternative: { label: message.alternative, url: `${url}#reopen` },
      }),
      footer: [words.footer.requester(named), words.footer.replies],
    },
  })
}

/** Who is at work now: the one it was given to, else the one who did it. */
function whoOf({ type, by, after }: DomainEvent): string {
  const assignee = type === 'incident.taken' ? (after?.assignee as { name?: string } | undefined) : undefined
  return assignee?.name ?? nameOf(by)
}
