import type { StepSent } from '../escalation/events.ts'
import { permits } from '../people/access.ts'
import type { Person } from '../people/person.ts'
import type { Preferences } from '../preferences/preferences.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { after, days, type Instant } from '../runtime/instant.ts'
import { linkToken, linkTokenHash } from '../runtime/link-token.ts'
import type { Settings } from '../settings/settings.ts'
import { sendFor } from './claim.ts'
import { pageMessage, reasonOnRecord, whyNotPaged } from './page-message.ts'
import type { PageWay } from './page-plan.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { type Prepared, type Sending, sendOnce, type Try, timeOf } from './send-once.ts'

/** A link in a page that nobody has used for this long opens nothing any more. */
const linkLasts = days(7)

type Page = {
  event: DomainEvent
  step: StepSent
  recipientId: string
  person: Person | undefined
  preferences: Preferences
  way: PageWay
  /** In how many ways the person is told of it, now or later. */
  total: number
  settings: Settings
}

/** Pages one person in one way: from what is true at this moment, with a link that knows the way it came. */
export function pageOnce(
  { event, step, recipientId, person, preferences, way, total, settings }: Page,
  moment: Instant | Try,
  post: Post,
): Promise<Sending> {
  const { services, claims } = post
  const now = timeOf(moment)
  const send = {
    ...sendFor(event, {
      matter: way.matter,
      recipient: { id: recipientId, name: person?.name ?? recipientId },
      reason: reasonOnRecord(step, recipientId),
    }),
    channel: way.channel,
    ways: total,
  }

  /** Whoever has it acknowledges in this person's name; a webhook may lead to a room that others read too. */
  async function acknowledgeLink(incidentId: string, reader: Person): Promise<string> {
    const token = linkToken(await post.tokenKey(), {
      ...{ purpose: 'acknowledge', incidentId, occasion: event.sk },
      step: way.channel === 'mail' ? String(step.step) : `${step.step} ${way.channel}`,
      personId: reader.id,
    })
    await claims.keepAcknowledgeLink(incidentId, {
      hash: linkTokenHash(token),
      person: reader,
      channel: way.channel,
      expiresAt: after(event.at, linkLasts),
    })
    return `${post.portalUrl}/a/${token}`
  }

  async function prepare(): Promise<Prepared> {
    const record = await services.incidents.read(event.pk)
    if (!person || !record) return { suppressed: person ? 'unknown_incident' : 'unknown_person' }
    const { incident, texts } = record
    const suppressed = whyNotPaged(step, { at: event.at, dueAt: way.at }, incident, now)
    if (suppressed) return { suppressed }
    if (!permits(person.roles, 'incident.read_internal', { own: false }))
      return { suppressed: 'may_not_read' }

    const acknowledge = way.channel === 'webhook' ? undefined : await acknowledgeLink(incident.id, person)
    const message = pageMessage({
      step,
      event,
      incident,
      description: texts.description,
      person: { ...readerOf(person), id: person.id },
      settings,
      links: { acknowledge, portalUrl: post.portalUrl },
    })
    return { message, to: { reader: readerOf(person), preferences } }
  }

  return sendOnce(post, send, moment, prepare)
}
