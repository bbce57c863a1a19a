import * as z from 'zod/mini'
import { audiences } from './announcement.ts'
import { AffectedComponent } from './component-state.ts'
import { stages } from './lifecycle.ts'

/** The shapes that the contract promises. */
const instant = z.iso.datetime()
const Counts = { total: z.number(), sent: z.number(), failed: z.number() }

export const AnnouncementAnswer = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  stage: z.enum(stages),
  audience: z.enum(audiences),
  components: z.array(AffectedComponent),
  highPriority: z.boolean(),
  startsAt: instant,
  endsAt: z.optional(instant),
  publishedAt: instant,
  updatedAt: instant,
  resolvedAt: z.optional(instant),
  nextUpdateBy: z.optional(instant),
  active: z.boolean(),
  version: z.number(),
  updates: z.array(
    z.object({ stage: z.enum(stages), body: z.string(), at: instant, byName: z.optional(z.string()) }),
  ),
  deliveries: z.optional(z.object(Counts)),
})

export const AnnouncementPage = z.object({
  items: z.array(AnnouncementAnswer),
  nextCursor: z.optional(z.string()),
})

export const DeliveryPage = z.object({
  ...Counts,
  items: z.array(
    z.object({
      seq: z.number(),
      recipient: z.object({ id: z.string(), name: z.string() }),
      channel: z.string(),
      status: z.string(),
      at: instant,
    }),
  ),
  nextCursor: z.optional(z.string()),
})
