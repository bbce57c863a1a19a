import type { Incident } from '../incidents/incident.ts'
import { beginning } from '../mail/untrusted.ts'
import type { TriggerEvent } from '../preferences/trigger.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { incidentMail, incidentUrl, nameOf, quotedLength } from './incident-mail.ts'
import type { Message } from './message.ts'
import { messages } from './messages.ts'
import { notices } from './messages-notices.ts'
import type { NoticeNamed } from './messages-notices-en.ts'
import { onClockOf, type Reader } from './reader.ts'

export const noticeNamed = ({ id, title, priority }: Incident, who: string): NoticeNamed => ({
  ...{ number: id, title, priority, who },
})

/** Who did it: of an assignment, whom it was given to. */
export const whoDid = ({ by, after }: Pick<DomainEvent, 'by' | 'after'>, occasion: TriggerEvent): string => {
  const assignee = occasion === 'assigned' ? (after?.assignee as { name?: string } | undefined) : undefined
  return assignee?.name ?? nameOf(by)
}

/** What a trigger tells of an event, in the reader's language and on their clock. */
export function noticeMessage({
  event,
  incident,
  occasion,
  trigger,
  reader,
  portalUrl,
}: {
  event: DomainEvent
  incident: Incident
  occasion: TriggerEvent
  trigger: { name: string; from: 'own' | 'role' }
  reader: Reader
  portalUrl: string
}): Message {
  const { facts, quotedFrom, footer } = messages[reader.language]
  const words = notices[reader.language]
  const said = words.occasions[occasion]
  const named = noticeNamed(incident, whoDid(event, occasion))
  const why = words.trigger[trigger.from === 'own' ? 'why' : 'whyDefault'](trigger.name)
  const url = incidentUrl(portalUrl, incident.id)
  const { to, ...mail } = incidentMail(incident, reader, {
    subject: `${said.subject}, ${incident.priority}: ${incident.title}`,
    parts: {
      preview: said.words(named),
      heading: said.subject,
      paragraphs: [said.words(named)],
      ...(event.text && {
        quote: { label: quotedFrom(nameOf(event.by)), text: beginning(event.text, quotedLength) },
      }),
      facts: [
        { label: facts.incident, value: `${incident.id}: ${incident.title}` },
        { label: facts.priority, value: incident.priority },
        { label: facts.when, value: onClockOf(reader, event.at) },
      ],
      button: { label: words.trigger.button, url },
      alternative: { label: words.trigger.change, url: `${portalUrl}/me/notifications` },
      footer: [why, footer.replies],
    },
  })
  return { ...mail, words: `${said.words(named)} ${incident.title}`, url }
}
