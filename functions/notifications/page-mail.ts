import type { StepSent } from '../escalation/events.ts'
import { foldedAfter } from '../escalation/record.ts'
import { escalationOf, isFollowed } from '../escalation/slice.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { beginning } from '../mail/untrusted.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { elapsed, type Instant } from '../runtime/instant.ts'
import type { Settings } from '../settings/settings.ts'
import { incidentMail, incidentUrl, namesOf } from './incident-mail.ts'
import { messages } from './messages.ts'
import { onClockOf, type Reader } from './reader.ts'

/** As much of the description as someone at three in the morning reads. */
const shownDescription = 1500

/**
 * Why nobody is paged any more, seen from the incident as it stands at this moment: it is over, somebody has it,
 * or a later step was sent while this one was over an hour late.
 */
export function whyNotPaged(
  step: StepSent,
  at: Instant,
  incident: Incident,
  now: Instant,
): string | undefined {
  const escalation = escalationOf(incident)
  if (!isOpen(incident.state)) return incident.state
  if (step.why !== 'not_resolved') {
    if (incident.acknowledgedAt && (step.why === 'not_acknowledged' || incident.acknowledgedAt > at))
      return 'acknowledged'
    if (escalation?.status === 'acknowledged') return 'updated'
  }
  const followed = escalation !== undefined && isFollowed(escalation, step)
  return followed && elapsed(at, now) > foldedAfter ? 'folded' : undefined
}

/** The page: what is wrong, why you, and one button. */
export function pageMail({
  step,
  event,
  incident,
  description,
  reader,
  settings,
  links,
}: {
  step: StepSent
  event: DomainEvent
  incident: Incident
  description: string
  reader: Reader
  settings: Pick<Settings, 'teams' | 'services'>
  links: { acknowledge: string; portalUrl: string }
}) {
  const words = messages[reader.language]
  const named = namesOf(incident, incident.requester.name)
  const targets = targetNames(step, settings, reader.name)
  const why = words.page[step.why]({ number: incident.id, step: step.step, of: step.of, targets })
  const service = settings.services.find(({ id }) => id === incident.serviceId)?.name[reader.language]
  return incidentMail(incident, reader, {
    subject: step.catchUp ? words.page.lateSubject(named) : words.page.subject(named),
    parts: {
      preview: why,
      heading: words.page.heading(named),
      urgent: true,
      paragraphs: [
        why,
        ...(step.catchUp ? [words.page.caughtUp(step.foldedSteps ?? [step.step])] : []),
        words.page.explain,
      ],
      ...(description && {
        quote: { label: words.page.quote, text: beginning(description, shownDescription) },
      }),
      facts: [
        { label: words.facts.reportedBy, value: incident.requester.name },
        { label: words.facts.reported, value: onClockOf(reader, incident.createdAt) },
        ...(service ? [{ label: words.facts.service, value: service }] : []),
        { label: words.facts.paged, value: onClockOf(reader, event.at) },
      ],
      button: { label: words.page.button, url: links.acknowledge },
      alternative: {
        label: words.page.alternative(named),
        url: incidentUrl(links.portalUrl, incident.id),
      },
      footer: [words.footer.page(named), words.footer.replies],
    },
  })
}

const targetNames = ({ targets }: StepSent, { teams }: Pick<Settings, 'teams'>, self: string): string =>
  targets
    .map((target) => (target.kind === 'team' && teams.find(({ id }) => id === target.id)?.name) || self)
    .join(', ') || self
