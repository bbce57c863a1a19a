import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import type { Actor, Change, Channel } from './change.ts'
import { Description, type Incident, Title } from './incident.ts'
import { degrees, priorityOf } from './priority.ts'
import { emptyChain } from './timeline.ts'

export const Report = z.object({
  title: Title,
  description: z._default(Description, ''),
  impact: z.enum(degrees),
  urgency: z.enum(degrees),
  categoryId: z.optional(z.string().check(z.maxLength(64))),
  serviceId: z.optional(z.string().check(z.maxLength(64))),
  fields: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  onBehalfOf: z.optional(z.string().check(z.maxLength(128))),
})
export type Report = z.infer<typeof Report>

type Circumstances = {
  id: string
  now: Instant
  requester: Incident['requester']
  by: Actor & { id: string; name: string }
  teamId: string
  channel: Channel
}

/** A new incident, logged and prioritised; its description is the text of its first entry. */
export function report(input: Report, { id, now, requester, by, teamId, channel }: Circumstances): Change {
  const priority = priorityOf(input.impact, input.urgency)
  const { title, impact, urgency, serviceId, categoryId } = input
  return {
    after: {
      id,
      state: 'new',
      title,
      impact,
      urgency,
      priority,
      requester,
      reportedBy: by.id === requester.id ? undefined : { id: by.id, name: by.name },
      serviceId,
      categoryId,
      teamId,
      createdAt: now,
      updatedAt: now,
      reopenCount: 0,
      version: 0,
      publicChain: emptyChain(id),
      internalChain: emptyChain(id),
      timers: {},
      generation: 0,
      slices: {},
    },
    events: [
      {
        type: 'incident.reported',
        at: now,
        by,
        channel,
        visibility: 'public',
        text: input.description,
        after: { title, impact, urgency, priority, serviceId, categoryId, fields: input.fields },
      },
    ],
  }
}
