import type { Incident } from '../incidents/incident.ts'
import type { Team } from '../people/team.ts'
import type { Instant } from '../runtime/instant.ts'
import { incidentMail, incidentUrl } from './incident-mail.ts'
import { messages } from './messages.ts'
import { alertMessages } from './messages-alerts.ts'
import { onClockOf, type Reader } from './reader.ts'

/** Who is to know that an incident fires again: whoever has it, or else everybody in its team. */
export function handsOf({ assignee, teamId }: Incident, teams: readonly Team[]) {
  if (assignee) return { people: [assignee] }
  const team = teams.find(({ id }) => id === teamId)
  return team ? { people: team.members, team: team.name } : { people: [] }
}

/** That what was quiet fires again. @param team whose it is where nobody has it */
export function rekindledMail(
  { incident, at, alerts, team }: { incident: Incident; at: Instant; alerts: number; team?: string },
  { reader, portalUrl }: { reader: Reader; portalUrl: string },
) {
  const { rekindled } = alertMessages[reader.language]
  const { facts } = messages[reader.language]
  const { id: number, title } = incident
  const words = rekindled.words({ number, alerts })
  return incidentMail(incident, reader, {
    subject: rekindled.subject(title),
    parts: {
      ...{ preview: words, heading: rekindled.heading, paragraphs: [words, rekindled.advice] },
      facts: [
        { label: facts.incident, value: `${number}: ${title}` },
        { label: facts.priority, value: incident.priority },
        { label: facts.when, value: onClockOf(reader, at) },
      ],
      button: { label: rekindled.button, url: incidentUrl(portalUrl, number) },
      footer: [team === undefined ? rekindled.whyYou(number) : rekindled.whyTeam({ number, team })],
    },
  })
}
