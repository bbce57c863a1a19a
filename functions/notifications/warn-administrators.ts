import type { Person } from '../people/person.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Send } from './claim.ts'
import { noticeText } from './messages-notices.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { inTurns, sendOnce, type Try } from './send-once.ts'
import { type Warning, warningIn, warningMail } from './warning.ts'

const atOnce = 20

/** Warns every administrator, of each step once in a run, in whichever round it comes. */
export async function warnAdministrators(
  event: DomainEvent,
  moment: Instant | Try,
  post: Post,
): Promise<void> {
  const warning = warningIn(event)
  if (!warning) return
  const { incidents, settings, people } = post.services
  const [incident, { schedules }] = await Promise.all([incidents.readHead(event.pk), settings.current()])
  if (!incident) return
  const administrators: Person[] = []
  for await (const page of people.withRole('administrator')) administrators.push(...page)
  await inTurns(administrators, atOnce, (person) =>
    sendOnce(post, sendTo(person, warning, event), moment, async () => ({
      mail: warningMail(warning, {
        ...{ event, incident, schedules, reader: readerOf(person), portalUrl: post.portalUrl },
      }),
    })),
  )
}

const sendTo = ({ id, name }: Person, warning: Warning, event: DomainEvent): Send => ({
  ...{ incidentId: event.pk, occasion: 'W', channel: 'mail', recipient: { id, name } },
  matter: matterOf(warning),
  ...{ reason: noticeText(({ warn }) => warn.isFor), event: event.type },
})

function matterOf(warning: Warning): string {
  const matter = warning.kind === 'nobody_on_call' ? `nobody-on-call-${warning.step}` : 'exhausted'
  return warning.run > 1 ? `${matter}-run-${warning.run}` : matter
}
