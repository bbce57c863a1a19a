import * as z from 'zod/mini'
import { holdReasons, numberPattern } from './incident.ts'
import { stages, states } from './lifecycle.ts'
import { degrees, priorities } from './priority.ts'

/** The shapes that the contract promises. */
const Named = z.object({ id: z.string(), name: z.string() })
const optionalInstant = z.optional(z.iso.datetime())

const RatingAnswer = z.object({
  rating: z.number(),
  comment: z.optional(z.string()),
  at: z.iso.datetime(),
})

const Row = {
  id: z.string().check(z.regex(numberPattern)),
  title: z.string(),
  state: z.enum(states),
  stage: z.enum(stages),
  holdReason: z.optional(z.enum(holdReasons)),
  priority: z.enum(priorities),
  teamId: z.string(),
  assigneeId: z.optional(z.string()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  acknowledgedAt: optionalInstant,
  serviceId: z.optional(z.string()),
  categoryId: z.optional(z.string()),
}

const RowClock = z.object({ name: z.string(), state: z.string(), dueAt: optionalInstant })

export const IncidentPage = z.object({
  items: z.array(
    z.object({
      ...Row,
      requesterName: z.string(),
      clock: z.optional(RowClock),
      completeness: z.optional(z.number()),
      unread: z.optional(z.boolean()),
    }),
  ),
  nextCursor: z.optional(z.string()),
})

export const IncidentAnswer = z.looseObject({
  ...Row,
  description: z.string(),
  impact: z.enum(degrees),
  urgency: z.enum(degrees),
  holdUntil: optionalInstant,
  resolution: z.optional(z.object({ code: z.string() })),
  resolvedAt: optionalInstant,
  closedAt: optionalInstant,
  cancelReason: z.optional(z.string()),
  requester: Named,
  reportedBy: z.optional(Named),
  fields: z.record(z.string(), z.unknown()),
  followsId: z.optional(z.string()),
  assigneeName: z.optional(z.string()),
  acknowledgedBy: z.optional(Named),
  reopenCount: z.number(),
  version: z.number(),
  legalMoves: z.array(z.enum(states)),
  may: z.array(z.string()),
  clocks: z.array(z.unknown()),
  rating: z.optional(RatingAnswer),
})

export const EntryPage = z.object({
  items: z.array(
    z.looseObject({
      seq: z.number(),
      type: z.string(),
      at: z.iso.datetime(),
      by: z.object({
        kind: z.enum(['person', 'system']),
        id: z.optional(z.string()),
        name: z.optional(z.string()),
      }),
      channel: z.string(),
      visibility: z.enum(['public', 'internal']),
      text: z.optional(z.string()),
      reason: z.optional(z.string()),
      hash: z.string(),
      previousHash: z.string(),
    }),
  ),
  nextCursor: z.optional(z.string()),
})
