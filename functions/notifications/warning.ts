import { Exhausted, StepSkipped } from '../escalation/events.ts'
import { acknowledgementOf } from '../escalation/slice.ts'
import type { Incident } from '../incidents/incident.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Settings } from '../settings/settings.ts'
import { incidentMail, incidentUrl } from './incident-mail.ts'
import { messages } from './messages.ts'
import { notices } from './messages-notices.ts'
import { noticeNamed } from './notice.ts'
import { pageWords } from './page-words.ts'
import { onClockOf, type Reader } from './reader.ts'

/** What administrators are warned of: a step that reached nobody, or an escalation that nobody answered. */
export type Warning =
  | { kind: 'nobody_on_call'; step: number; of: number; run: number; scheduleIds: string[] }
  | { kind: 'exhausted'; of: number; run: number }

/** The warning in an event; a step whose condition is not met is as somebody wished it. */
export function warningIn({ type, after }: Pick<DomainEvent, 'type' | 'after'>): Warning | undefined {
  if (type === 'escalation.exhausted') {
    const { of, run = 1 } = Exhausted.parse(after)
    return { kind: 'exhausted', of, run }
  }
  if (type !== 'escalation.skipped') return undefined
  const { cause, step, of, run = 1, targets } = StepSkipped.parse(after)
  if (cause !== 'nobody_on_call') return undefined
  const scheduleIds = targets.flatMap((target) => (target.kind === 'schedule' ? [target.id] : []))
  return { kind: 'nobody_on_call', step, of, run, scheduleIds }
}

/** What happened, of which incident, where the gap is, and what to do about it. */
export function warningMail(
  warning: Warning,
  {
    event,
    incident,
    schedules,
    reader,
    portalUrl,
  }: {
    event: Pick<DomainEvent, 'at'>
    incident: Incident
    schedules: Settings['schedules']
    reader: Reader
    portalUrl: string
  },
) {
  const { facts, footer } = messages[reader.language]
  const page = pageWords[reader.language]
  const { warn } = notices[reader.language]
  const { acknowledgedAt, acknowledgedBy } = acknowledgementOf(incident)
  const isSilent = warning.kind === 'exhausted' && acknowledgedAt !== undefined
  const said = warn[isSilent ? 'silent' : warning.kind]
  const isGap = warning.kind === 'nobody_on_call'
  const gaps = isGap ? warning.scheduleIds : []
  const named = {
    ...noticeNamed(incident, incident.requester.name),
    acknowledged:
      acknowledgedAt === undefined
        ? undefined
        : {
            who: acknowledgedBy?.name ?? 'Evenkeel',
            when: onClockOf(reader, acknowledgedAt),
          },
    ...{ step: isGap ? warning.step : warning.of, of: warning.of },
    schedules: gaps.map((id) => schedules.find((one) => one.id === id)?.name ?? id).join(', '),
  }
  const url = incidentUrl(portalUrl, incident.id)
  const first = gaps.length === 1 ? `${portalUrl}/on-call/${gaps[0]}` : `${portalUrl}/on-call`
  return incidentMail(incident, reader, {
    subject: said.subject(named),
    parts: {
      preview: said.words(named),
      heading: said.heading,
      urgent: true,
      paragraphs: [
        said.words(named),
        ...(gaps.length > 0 ? [warn.nobody_on_call.gap(named)] : []),
        said.advice,
      ],
      facts: [
        { label: facts.incident, value: `${incident.id}: ${incident.title}` },
        { label: facts.priority, value: incident.priority },
        { label: facts.when, value: onClockOf(reader, event.at) },
      ],
      button: { label: said.button, url: isGap ? first : url },
      ...(isGap && { alternative: { label: page.alternative(named), url } }),
      footer: [warn.why, footer.replies],
    },
  })
}
