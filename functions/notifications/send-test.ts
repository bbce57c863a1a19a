import * as z from 'zod/mini'
import { Channel } from '../preferences/preferences.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { sendFor } from './claim.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { sendOnce, type Try } from './send-once.ts'
import { testMessage } from './test-message.ts'

const Asked = z.object({ personId: z.string(), channel: Channel })

/** Sends what somebody asked for with the test button, the same way that pages go. */
export async function sendTest(event: DomainEvent, moment: Try, post: Post): Promise<void> {
  const { personId, channel } = z.parse(Asked, event.after)
  const [person, preferences] = await Promise.all([
    post.services.people.read(personId),
    post.services.preferences.read(personId),
  ])
  const recipient = { id: personId, name: person?.name ?? personId }
  const send = { ...sendFor(event, { matter: 'test', recipient, reason: 'test' }), channel }
  await sendOnce(post, send, moment, async () => {
    if (!person) return { suppressed: 'unknown_person' }
    const reader = readerOf(person)
    return {
      message: testMessage(reader, { at: event.at, portalUrl: post.portalUrl }),
      to: { reader, preferences },
    }
  })
}
