import * as z from 'zod/mini'
import { OnCallPerson } from './schedule.ts'

/** Somebody stands in from one instant to another, whatever the layers say. Of two at once, the later made wins. */
export const Override = z.object({
  id: z.string(),
  scheduleId: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  person: OnCallPerson,
  by: OnCallPerson,
  createdAt: z.iso.datetime(),
  reason: z.optional(z.string().check(z.maxLength(500))),
  /** The swap that it came from. */
  swapId: z.optional(z.string()),
})
export type Override = z.infer<typeof Override>
