import * as z from 'zod/mini'
import { isOpen } from '../incidents/lifecycle.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import { sendFor } from './claim.ts'
import { alertText } from './messages-alerts.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { handsOf, rekindledMail } from './rekindled-mail.ts'
import { inTurns, type Prepared, sendOnce, type Try } from './send-once.ts'

const atOnce = 20
const Fires = z.object({ alerts: z.number() })

/** Tells whoever has an incident, or else its team, that its alerts fire again after they were quiet; each once. */
export async function tellRekindled(event: DomainEvent, moment: Instant | Try, post: Post): Promise<void> {
  const { incidents, settings, people, mutes } = post.services
  const [found, { teams }] = await Promise.all([incidents.readHead(event.pk), settings.current()])
  if (!found) return
  const { alerts } = z.parse(Fires, event.after)
  const hands = handsOf(found, teams)
  const reason = alertText(({ rekindled: { isTheirs, isOfTeam } }) =>
    hands.team === undefined ? isTheirs : isOfTeam(hands.team),
  )
  await inTurns(hands.people, atOnce, ({ id, name }) => {
    const send = sendFor(event, { matter: 'rekindled', recipient: { id, name }, reason })
    return sendOnce(post, send, moment, async (): Promise<Prepared> => {
      const [person, incident, isMuted] = await Promise.all([
        people.read(id),
        incidents.readHead(event.pk),
        mutes.has(id, event.pk),
      ])
      if (!person || !incident) return { suppressed: person ? 'unknown_incident' : 'unknown_person' }
      if (!isOpen(incident.state)) return { suppressed: incident.state }
      const now = handsOf(incident, teams)
      if (now.people.every((one) => one.id !== id)) return { suppressed: 'changed' }
      if (isMuted) return { suppressed: 'muted' }
      const fires = { incident, at: event.at, alerts, ...(now.team !== undefined && { team: now.team }) }
      return { mail: rekindledMail(fires, { reader: readerOf(person), portalUrl: post.portalUrl }) }
    })
  })
}
