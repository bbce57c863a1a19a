import * as z from 'zod/mini'
import { WallTime, Weekday } from '../runtime/wall-time.ts'
import { Zone } from '../runtime/zone.ts'

const Intervals = z.array(z.object({ from: WallTime, to: WallTime })).check(z.maxLength(8))

/** When work is done: windows of wall-clock time by weekday, and days on which none is. */
export const Calendar = z.object({
  id: z.string(),
  name: z.string(),
  zone: Zone,
  /** Every hour of every day; `hours` and `holidays` count for nothing then. */
  roundTheClock: z._default(z.boolean(), false),
  hours: z._default(z.partialRecord(Weekday, Intervals), {}),
  /** Whole days of the zone, `2026-12-25`. */
  holidays: z._default(
    z
      .array(z.object({ date: z.iso.date(), name: z.string().check(z.maxLength(120)) }))
      .check(z.maxLength(500)),
    [],
  ),
})
export type Calendar = z.infer<typeof Calendar>
