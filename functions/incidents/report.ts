import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import type { Actor, Change, Channel } from './change.ts'
import { Answers } from './fields.ts'
import { Description, type Incident, Title } from './incident.ts'
import { degrees, type PriorityMatrix, priorityOf } from './priority.ts'
import { emptyChain } from './timeline.ts'

const Collected = z.optional(z.string().check(z.maxLength(300)))

/** What a client knows without asking: nobody should have to type it. */
const Context = z.object({
  userAgent: Collected,
  screen: Collected,
  locale: Collected,
  zone: Collected,
  /** The page and the service that led to the form. */
  page: Collected,
})

export const Report = z.object({
  title: Title,
  description: z._default(Description, ''),
  impact: z.enum(degrees),
  urgency: z.enum(degrees),
  categoryId: z.optional(z.string().check(z.maxLength(64))),
  serviceId: z.optional(z.string().check(z.maxLength(64))),
  fields: z._default(Answers, {}),
  onBehalfOf: z.optional(z.string().check(z.maxLength(128))),
  context: z.optional(Context),
})
export type Report = z.infer<typeof Report>

type Circumstances = {
  id: string
  now: Instant
  requester: Incident['requester']
  by: Actor & { id: string; name: string }
  teamId: string
  channel: Channel
  matrix: PriorityMatrix
  /** Announcements for the service that were in force. */
  announcementIds?: readonly string[]
  /** The closed incident that this one goes on from. */
  followsId?: string
}

/** A new incident, logged and prioritised; its description is the text of its first entry. */
export function report(input: Report, circumstances: Circumstances): Change {
  const { id, now, requester, by, teamId, channel, followsId, announcementIds } = circumstances
  const priority = priorityOf(circumstances.matrix, input.impact, input.urgency)
  const { title, description, impact, urgency, serviceId, categoryId, fields } = input
  const context = { ...input.context, ...(announcementIds?.length && { announcementIds }) }
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
      followsId,
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
        text: description,
        after: {
          ...{ title, impact, urgency, priority, serviceId, categoryId, followsId },
          ...(Object.keys(fields).length > 0 && { fields }),
          ...(Object.keys(context).length > 0 && { context }),
        },
      },
    ],
    texts: { description, fields },
  }
}
