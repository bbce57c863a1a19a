import type { Person } from '../people/person.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Send } from './claim.ts'
import { noticeText } from './messages-notices.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { allOf, sendOnce } from './send-once.ts'
import { type Warning, warningIn, warningMail } from './warning.ts'

/** Warns every administrator, of each step of an incident at most once, in whichever round it comes. */
export async function warnAdministrators(event: DomainEvent, now: Instant, post: Post): Promise<void> {
  const warning = warningIn(event)
  if (!warning) return
  const { incidents, settings, people } = post.services
  const [incident, { schedules }] = await Promise.all([incidents.readHead(event.pk), settings.current()])
  if (!incident) return
  for await (const page of people.withRole('administrator')) {
    await allOf(
      page.map((person) =>
        sendOnce(post, sendTo(person, warning, event), now, async () => ({
          mail: warningMail(warning, {
            ...{ event, incident, schedules, reader: readerOf(person), portalUrl: post.portalUrl },
          }),
        })),
      ),
    )
  }
}

const sendTo = ({ id, name }: Person, warning: Warning, event: DomainEvent): Send => ({
  ...{ incidentId: event.pk, occasion: 'W', channel: 'mail', recipient: { id, name } },
  matter: warning.kind === 'nobody_on_call' ? `nobody-on-call-${warning.step}` : 'exhausted',
  ...{ reason: noticeText(({ warn }) => warn.why), event: event.type },
})
