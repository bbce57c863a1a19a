import * as z from 'zod/mini'
import { holdReasons } from '../incidents/incident.ts'
import { priorities } from '../incidents/priority.ts'

const Minutes = z.number().check(z.int(), z.minimum(1), z.maximum(525_600))

/** Counted minutes of the calendar until the first response and until the resolution. */
export const Target = z.object({
  responseMinutes: Minutes,
  resolutionMinutes: Minutes,
  calendarId: z.string(),
})
export type Target = z.infer<typeof Target>

/** Promises by priority. The first policy that fits an incident's service and organisation counts. */
export const SlaPolicy = z.object({
  id: z.string(),
  name: z.string(),
  /** Empty: for every service. */
  serviceIds: z._default(z.array(z.string()), []),
  /** Empty: for every organisation. */
  organisationIds: z._default(z.array(z.string()), []),
  targets: z.partialRecord(z.enum(priorities), Target),
  /** The resolution clock stands still during holds for these reasons. */
  pausesOn: z._default(z.array(z.enum(holdReasons)), ['awaiting_requester', 'awaiting_vendor']),
  warnAtPercent: z._default(
    z.array(z.number().check(z.int(), z.minimum(1), z.maximum(100))).check(z.maxLength(5)),
    [50, 75, 100],
  ),
})
export type SlaPolicy = z.infer<typeof SlaPolicy>
