import * as z from 'zod/mini'
import { clockStates } from './clock.ts'
import { segmentReasons } from './ledger.ts'
import { clockNames } from './promise.ts'

const instant = z.iso.datetime()

/** The shape that the contract promises of a clock and its explanation. */
export const ClockAnswer = z.object({
  name: z.enum(clockNames),
  state: z.enum(clockStates),
  startedAt: instant,
  targetMinutes: z.number(),
  dueAt: z.optional(instant),
  metAt: z.optional(instant),
  breachedAt: z.optional(instant),
  warnAt: z.optional(instant),
  remainingSeconds: z.optional(z.number()),
  calendar: z.object({ id: z.string(), name: z.string(), zone: z.string() }),
  policy: z.object({ id: z.string(), name: z.string() }),
  segments: z.array(
    z.object({
      from: instant,
      to: instant,
      countedSeconds: z.number(),
      why: z.enum(segmentReasons),
      detail: z.optional(z.string()),
    }),
  ),
})
