import * as z from 'zod/mini'
import { type Incident, Named, numberPattern } from '../../incidents/incident.ts'
import { ownedBy } from '../../incidents/representation.ts'
import { sendStatuses } from '../../mail/delivery.ts'
import { Channel } from '../../preferences/preferences.ts'
import { ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { Text } from '../../runtime/text.ts'
import type { Notification } from '../store.ts'

const Notifications = z.object({
  items: z.array(
    z.object({
      recipient: Named,
      channel: Channel,
      /** A sentence, or a code of what the mail is about. */
      reason: z.union([Text, z.string()]),
      status: z.enum(sendStatuses),
      at: z.iso.datetime(),
      /** Why it was not sent, or why it did not arrive. */
      note: z.optional(Text),
    }),
  ),
})

type Subject = { incident: Incident; items: Notification[] }

async function load({ id = '' }: Record<string, string>, services: Services): Promise<Subject | undefined> {
  if (!numberPattern.test(id)) return undefined
  const [incident, items] = await Promise.all([
    services.incidents.readHead(id),
    services.notifications.ofIncident(id),
  ])
  return incident && { incident, items }
}

export const listNotifications = operation({
  method: 'GET',
  path: '/incidents/{id}/notifications',
  summary: 'List who was told what about an incident, and what became of it',
  action: 'notification.read',
  seen: 'incident.read',
  answers: { status: 200, description: 'Every send, oldest first', schema: Notifications },
  load,
  owns: ({ incident }, caller) => ownedBy(incident, caller.id),
  perform: async ({ subject }) => ok({ items: subject.items }),
})
