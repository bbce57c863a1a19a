import * as z from 'zod/mini'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { beginning } from '../mail/untrusted.ts'
import type { Team } from '../people/team.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { incidentMail, incidentUrl, nameOf, namesOf, quotedLength } from './incident-mail.ts'
import { messages } from './messages.ts'
import type { Note } from './note-words.ts'
import { onClockOf, type Reader } from './reader.ts'

const Level = z.object({ teamId: z.string(), onDemand: z.optional(z.boolean()) })

/**
 * The team that an `escalation.level` is a matter for: the one that somebody handed it to with a summary, and experts
 * on demand, whose queue does not show it. What the level timer moves stands in the queue; waking people is for pages.
 */
export function teamToTell(event: DomainEvent, teams: readonly Team[]): Team | undefined {
  const { teamId, onDemand } = z.parse(Level, event.after)
  const tells = onDemand || event.by.kind === 'person'
  return tells ? teams.find(({ id }) => id === teamId) : undefined
}

/** Why the team need not know any more: it is over, or with somebody else again. */
export function whyNotTold(incident: Incident, { id, onDemand }: Team): Note | undefined {
  if (!isOpen(incident.state)) return incident.state
  return onDemand || incident.teamId === id ? undefined : 'moved_on'
}

/** What was tried, for those who go on from there. */
export function teamMail({
  event,
  incident,
  team,
  reader,
  portalUrl,
}: {
  event: DomainEvent
  incident: Incident
  team: Team
  reader: Reader
  portalUrl: string
}) {
  const words = messages[reader.language]
  const who = nameOf(event.by)
  const said = words[team.onDemand ? 'asked' : 'handed_over']
  const named = { ...namesOf(incident, who), targets: team.name }
  return incidentMail(incident, reader, {
    subject: said.subject(named),
    parts: {
      preview: said.words(named),
      heading: said.heading(named),
      paragraphs: [said.words(named)],
      ...(event.text && {
        quote: { label: words.quotedFrom(who), text: beginning(event.text, quotedLength) },
      }),
      facts: [
        { label: words.facts.incident, value: `${incident.id}: ${incident.title}` },
        { label: words.facts.priority, value: incident.priority },
        { label: words.facts.when, value: onClockOf(reader, event.at) },
      ],
      button: { label: said.button, url: incidentUrl(portalUrl, incident.id) },
      footer: [words.footer.team(named), words.footer.replies],
    },
  })
}
