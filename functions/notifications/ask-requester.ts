import * as z from 'zod/mini'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import { linkToken, linkTokenHash } from '../runtime/link-token.ts'
import { type Send, sendFor } from './claim.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { sendOnce, type Try, timeOf } from './send-once.ts'
import { surveyMail, whyNotAsked } from './survey-mail.ts'

const Request = z.object({ requestedAt: z.string(), expiresAt: z.string() })

/** Puts the question how it went, with a link that is good for this one survey. */
export async function askRequester(event: DomainEvent, moment: Instant | Try, post: Post): Promise<void> {
  const { services, surveys } = post
  const now = timeOf(moment)
  const request = z.parse(Request, event.after)
  const incident = await services.incidents.readHead(event.pk)
  if (!incident) return
  const { id, name } = incident.requester
  const send: Send = {
    ...sendFor(event, { matter: 'survey', recipient: { id, name }, reason: 'survey' }),
    // Not the place of the event: it is internal, and the requester must not be able to count those.
    occasion: request.requestedAt,
  }
  await sendOnce(post, send, moment, async () => {
    const [person, isMuted, current, tokenKey] = await Promise.all([
      services.people.read(id),
      services.mutes.has(id, incident.id),
      services.incidents.readHead(event.pk),
      post.tokenKey(),
    ])
    if (!person) return { suppressed: 'unknown_person' }
    const suppressed = whyNotAsked(current ?? incident, request, now)
    if (suppressed) return { suppressed }
    if (isMuted) return { suppressed: 'muted' }

    const token = linkToken(tokenKey, {
      purpose: 'survey',
      incidentId: incident.id,
      occasion: request.requestedAt,
      personId: id,
    })
    await surveys.request(incident.id, { tokenHash: linkTokenHash(token), ...request })
    const url = `${post.portalUrl}/surveys/${token}`
    return { mail: surveyMail({ incident, reader: readerOf(person), url, expiresAt: request.expiresAt }) }
  })
}
