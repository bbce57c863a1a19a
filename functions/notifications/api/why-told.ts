import * as z from 'zod/mini'
import { Named, numberPattern } from '../../incidents/incident.ts'
import { ownedBy } from '../../incidents/representation.ts'
import { sendStatuses } from '../../mail/delivery.ts'
import { Channel } from '../../preferences/preferences.ts'
import { ok, operation, type Sent } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { Text } from '../../runtime/text.ts'
import { inconsistent } from '../../settings/refusals.ts'
import { whyTold as answersOf } from '../why-told.ts'

const Query = z.object({ personId: z.string().check(z.minLength(1), z.maxLength(128)) })

const Why = z.object({
  person: Named,
  /** What was sent to the person about the incident. */
  told: z.array(z.object({ channel: Channel, status: z.enum(sendStatuses), at: z.iso.datetime() })),
  answers: z.array(
    z.object({
      step: z.optional(z.int()),
      at: z.optional(z.iso.datetime()),
      code: z.string(),
      text: Text,
    }),
  ),
})

async function load(
  { id = '' }: Record<string, string>,
  services: Services,
  { query }: Sent<z.infer<typeof Query>>,
) {
  if (!numberPattern.test(id)) return undefined
  const personId = query?.personId ?? ''
  const [incident, entries, claims, person, preferences, settings, mutedAt] = await Promise.all([
    services.incidents.readHead(id),
    services.incidents.readEntries(id, 'internal'),
    services.notifications.claimsOf(id, personId),
    personId ? services.people.read(personId) : undefined,
    services.preferences.read(personId),
    services.settings.current(),
    personId ? services.mutes.since(personId, id) : undefined,
  ])
  return incident && { incident, entries, claims, person, preferences, settings, mutedAt }
}

export const whyTold = operation({
  method: 'GET',
  path: '/incidents/{id}/notifications/why',
  summary: 'Say for each step why somebody was told of an incident, or was not',
  action: 'notification.read',
  seen: 'incident.read',
  owns: ({ incident }, caller) => ownedBy(incident, caller.id),
  query: Query,
  answers: { status: 200, description: 'What was sent, and why not what was not', schema: Why },
  load,
  async perform({ subject, now }) {
    const { incident, entries, claims, person, preferences, settings, mutedAt } = subject
    if (!person) throw inconsistent([unknown])
    const answers = answersOf({
      ...{ incident, claims, person, preferences, mutedAt, now },
      entries: entries.toReversed(),
      defaults: settings.notifications,
    })
    const sent = claims.filter(({ status }) => ['sent', 'delivered'].includes(status))
    return ok({
      person: { id: person.id, name: person.name },
      told: sent.map(({ channel, status, at }) => ({ channel, status, at })),
      answers,
    })
  },
})

const unknown = {
  path: 'personId',
  message: { en: 'We do not know this person.', de: 'Diese Person kennen wir nicht.' },
}
