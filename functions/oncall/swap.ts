import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import { OnCallPerson } from './schedule.ts'

const Span = z.object({ from: z.iso.datetime(), to: z.iso.datetime() })

/** Somebody asks another to take a shift, perhaps for one of theirs. It counts once the other side accepts. */
export const Swap = z.object({
  id: z.string(),
  scheduleId: z.string(),
  ...Span.shape,
  by: OnCallPerson,
  with: OnCallPerson,
  return: z.optional(Span),
  status: z.enum(['proposed', 'accepted', 'declined', 'withdrawn', 'expired']),
  createdAt: z.iso.datetime(),
  reason: z.optional(z.string().check(z.maxLength(500))),
})
export type Swap = z.infer<typeof Swap>

/** Once either shift has begun there is nothing left to swap. */
const beginsAt = (swap: Pick<Swap, 'from' | 'return'>): Instant =>
  swap.return && swap.return.from < swap.from ? swap.return.from : swap.from

/** A swap as it stands at an instant: nobody has to be awake for it to expire. */
export const asOf = (swap: Swap, now: Instant): Swap =>
  swap.status === 'proposed' && beginsAt(swap) <= now ? { ...swap, status: 'expired' } : swap
