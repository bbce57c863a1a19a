import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import { sendFor } from './claim.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { allOf, sendOnce, type Try } from './send-once.ts'
import { teamMail, teamToTell, whyNotTold } from './team-mail.ts'

/** Tells the members of a team that an incident is theirs now, or that they are asked; each once. */
export async function tellTeam(event: DomainEvent, moment: Instant | Try, post: Post): Promise<void> {
  const { services, portalUrl } = post
  const { teams } = await services.settings.current()
  const team = teamToTell(event, teams)
  if (!team) return
  const members = team.members.filter(({ id }) => id !== event.by.id)
  const people = await services.people.readMany(members.map(({ id }) => id))
  await allOf(
    members.map((recipient) => {
      const send = sendFor(event, { matter: 'level', recipient, reason: team.name })
      return sendOnce(post, send, moment, async () => {
        const person = people.find(({ id }) => id === recipient.id)
        const [incident, isMuted] = await Promise.all([
          services.incidents.readHead(event.pk),
          services.mutes.has(recipient.id, event.pk),
        ])
        if (!person || !incident) return { suppressed: person ? 'unknown_incident' : 'unknown_person' }
        const suppressed = whyNotTold(incident, team)
        if (suppressed) return { suppressed }
        if (isMuted) return { suppressed: 'muted' }
        return { mail: teamMail({ event, incident, team, reader: readerOf(person), portalUrl }) }
      })
    }),
  )
}
