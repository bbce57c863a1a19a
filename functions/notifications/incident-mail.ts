import type { Actor } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Mail } from '../mail/compose.ts'
import type { Parts } from '../mail/layout.ts'
import type { Named } from './messages-en.ts'
import type { Reader } from './reader.ts'

/** As much of a person's words as a mail shows; the page has the rest. */
export const quotedLength = 4000

/** A mail about an incident: in its thread, and with its number in the subject whatever else it says. */
export const incidentMail = (
  incident: Pick<Incident, 'id'>,
  { name, address, language }: Reader,
  { subject, parts }: { subject: string; parts: Omit<Parts, 'language'> },
): Omit<Mail, 'sendKey'> => ({
  to: { name, address },
  subject: `[${incident.id}] ${subject}`,
  thread: incident.id,
  parts: { language, ...parts },
})

export const nameOf = (actor: Actor): string => actor.name ?? 'Evenkeel'

export const namesOf = ({ id, title, priority }: Incident, who: string): Named => ({
  number: id,
  title,
  priority,
  who,
})

export const incidentUrl = (portalUrl: string, id: string, place = ''): string =>
  `${portalUrl}/incidents/${id}${place}`
