import type { StepSent } from '../escalation/events.ts'
import { factFor, reasonFor } from '../escalation/reason.ts'
import { foldedAfter } from '../escalation/record.ts'
import { acknowledgementOf, escalationOf, isFollowed } from '../escalation/slice.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { beginning } from '../mail/untrusted.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { elapsed, type Instant } from '../runtime/instant.ts'
import type { Text } from '../runtime/text.ts'
import type { Settings } from '../settings/settings.ts'
import { incidentMail, incidentUrl, namesOf } from './incident-mail.ts'
import type { Message } from './message.ts'
import { messages } from './messages.ts'
import type { Note } from './note-words.ts'
import { pageWords } from './page-words.ts'
import { onClockOf, type Reader } from './reader.ts'

/** As much of the description as someone at three in the morning reads. */
const shownDescription = 1500

/**
 * Why nobody is paged any more, seen from the incident as it stands at this moment: it is over, somebody has it,
 * or a later step was sent while this one was over an hour late. Late is what comes after the moment that it was due:
 * what the person's own rules or quiet hours put off is not.
 */
export function whyNotPaged(
  step: StepSent,
  { at, dueAt }: { at: Instant; dueAt: Instant },
  incident: Incident,
  now: Instant,
): Note | undefined {
  const escalation = escalationOf(incident)
  if (!isOpen(incident.state)) return incident.state
  if (step.why !== 'not_resolved') {
    const { acknowledgedAt } = acknowledgementOf(incident)
    if (acknowledgedAt && (step.why === 'not_acknowledged' || acknowledgedAt > at)) return 'acknowledged'
    if (escalation?.status === 'acknowledged') return 'updated'
  }
  const followed = escalation !== undefined && isFollowed(escalation, step)
  return followed && elapsed(dueAt, now) > foldedAfter ? 'folded' : undefined
}

/** Why this person is paged, as others read it too: "On call for Database, L3, step 2 of 3." */
export function reasonOnRecord(step: StepSent, personId: string): Text {
  const { en, de } = factOf(step, personId)
  return { en: `${capital(en)}.`, de: `${capital(de)}.` }
}

function factOf(step: StepSent, personId: string): Text {
  const whom = step.whom.find(({ id }) => id === personId)
  return whom ? factFor(whom, step) : { en: pageWords.en.isOnPath(step), de: pageWords.de.isOnPath(step) }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Why this person is paged: "You are on call for Database, L3, step 2 of 3." */
function reasonOf(step: StepSent, personId: string): Text {
  const whom = step.whom.find(({ id }) => id === personId)
  return whom ? reasonFor(whom, step) : { en: pageWords.en.onPath(step), de: pageWords.de.onPath(step) }
}

/**
 * The page: what is wrong, why you, and one button; of a text message, what fits. Without a link to acknowledge by, as
 * in a room that others read too, the button opens the incident.
 */
export function pageMessage({
  step,
  event,
  incident,
  description,
  person,
  settings,
  links,
}: {
  step: StepSent
  event: DomainEvent
  incident: Incident
  description: string
  person: Reader & { id: string }
  settings: Pick<Settings, 'services'>
  links: { acknowledge?: string; portalUrl: string }
}): Message {
  const { language } = person
  const { facts, footer } = messages[language]
  const words = pageWords[language]
  const named = namesOf(incident, incident.requester.name)
  // In a room, "you" is whoever reads it.
  const reason = links.acknowledge
    ? reasonOf(step, person.id)[language]
    : `${person.name}: ${factOf(step, person.id)[language]}.`
  const why = `${reason} ${words.cause[step.why](named)}`
  const service = settings.services.find(({ id }) => id === incident.serviceId)?.name[language]
  const { acknowledge } = links
  const open = { label: words.alternative(named), url: incidentUrl(links.portalUrl, incident.id) }
  const { to: _, ...mail } = incidentMail(incident, person, {
    subject: step.catchUp ? words.lateSubject(named) : words.subject(named),
    parts: {
      preview: why,
      heading: words.heading(named),
      urgent: true,
      paragraphs: [
        why,
        ...(step.catchUp ? [words.caughtUp(step.foldedSteps ?? [step.step])] : []),
        ...(acknowledge ? [words.explain] : []),
      ],
      ...(description && {
        quote: { label: words.quote, text: beginning(description, shownDescription) },
      }),
      facts: [
        { label: facts.reportedBy, value: incident.requester.name },
        { label: facts.reported, value: onClockOf(person, incident.createdAt) },
        ...(service ? [{ label: facts.service, value: service }] : []),
        { label: facts.paged, value: onClockOf(person, event.at) },
      ],
      ...(acknowledge
        ? { button: { label: words.button, url: acknowledge }, alternative: open }
        : { button: open }),
      footer: [footer.page(named), footer.replies],
    },
  })
  const late = step.catchUp ? `, ${words.late}` : ''
  return {
    ...mail,
    words: `${incident.priority} ${incident.id}${late}: ${reason} ${incident.title}`,
    url: acknowledge ?? open.url,
  }
}
