import * as z from 'zod/mini'
import { StepSent } from '../escalation/events.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { after, days, type Instant } from '../runtime/instant.ts'
import { linkToken, linkTokenHash } from '../runtime/link-token.ts'
import { sendFor } from './claim.ts'
import { pageMail, whyNotPaged } from './page-mail.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { allOf, type Prepared, sendOnce } from './send-once.ts'

/** A link in a page that nobody has used for this long opens nothing any more. */
const linkLasts = days(7)

/** Pages everybody whom a step of the escalation reaches, each once. */
export async function pagePeople(event: DomainEvent, now: Instant, post: Post): Promise<void> {
  const { services, claims } = post
  const step = z.parse(StepSent, event.after)
  const [people, settings, tokenKey] = await Promise.all([
    services.people.readMany(step.recipients),
    services.settings.current(),
    post.tokenKey(),
  ])

  async function prepare(personId: string): Promise<Prepared> {
    const person = people.find(({ id }) => id === personId)
    const record = await services.incidents.read(event.pk)
    if (!person || !record) return { suppressed: person ? 'unknown_incident' : 'unknown_person' }
    const { incident, texts } = record
    const suppressed = whyNotPaged(step, event.at, incident, now)
    if (suppressed) return { suppressed }

    const occasion = event.sk
    const token = linkToken(tokenKey, {
      purpose: 'acknowledge',
      incidentId: incident.id,
      occasion,
      step: String(step.step),
      personId,
    })
    const { id, name } = person
    await claims.keepAcknowledgeLink(incident.id, {
      hash: linkTokenHash(token),
      person: { id, name },
      channel: 'mail',
      expiresAt: after(event.at, linkLasts),
    })
    const links = { acknowledge: `${post.portalUrl}/a/${token}`, portalUrl: post.portalUrl }
    return {
      mail: pageMail({
        step,
        event,
        incident,
        description: texts.description,
        reader: readerOf(person),
        settings,
        links,
      }),
    }
  }

  await allOf(
    step.recipients.map((id) => {
      const recipient = { id, name: people.find((person) => person.id === id)?.name ?? id }
      const send = sendFor(event, {
        matter: `step-${step.step}`,
        recipient,
        reason: event.reason ?? step.why,
      })
      return sendOnce(post, send, now, () => prepare(id))
    }),
  )
}
