import * as z from 'zod/mini'
import { Override } from './override.ts'
import type { Schedule as ScheduleType } from './schedule.ts'
import { OnCallPerson, Schedule } from './schedule.ts'
import { Swap } from './swap.ts'

export const SpanAnswer = z.object({ from: z.iso.datetime(), to: z.iso.datetime() })

export const ShiftAnswer = z.extend(SpanAnswer, {
  person: OnCallPerson,
  layerId: z.optional(z.string()),
  overrideId: z.optional(z.string()),
})

export const ScheduleName = z.pick(Schedule, { id: true, name: true, zone: true, teamId: true })
export const nameOf = ({ id, name, zone, teamId }: ScheduleType) => ({
  id,
  name,
  zone,
  ...(teamId && { teamId }),
})

/** A schedule between two instants, with everything that a calendar shows. */
export const RotaAnswer = z.object({
  schedule: ScheduleName,
  shifts: z.array(ShiftAnswer),
  gaps: z.array(SpanAnswer),
  conflicts: z.array(
    z.extend(SpanAnswer, {
      kind: z.enum(['overlapping_overrides', 'double_booked', 'not_staff']),
      person: OnCallPerson,
      scheduleId: z.optional(z.string()),
    }),
  ),
  overrides: z.array(Override),
  swaps: z.array(Swap),
})
export type RotaAnswer = z.infer<typeof RotaAnswer>

export const ShareAnswer = z.object({
  person: OnCallPerson,
  hours: z.number(),
  nightHours: z.number(),
  weekendHours: z.number(),
  shifts: z.number(),
})
