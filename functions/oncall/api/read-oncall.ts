import * as z from 'zod/mini'
import { after, days } from '../../runtime/instant.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { nameOf, ScheduleName, ShiftAnswer, SpanAnswer } from '../answers.ts'
import { nextOnCall, onCallAt } from '../duty.ts'
import { shiftsBetween } from '../shifts.ts'

/** How far ahead a gap is looked for, and how far back an override may have cut a shift that still runs. */
const [ahead, back] = [days(14), days(14)]

export const readOnCall = operation({
  method: 'GET',
  path: '/oncall',
  summary: 'See who is on call now, who is next, and whether there is a gap within 14 days',
  action: 'schedule.read',
  answers: {
    status: 200,
    description: 'Every schedule, in their order',
    schema: z.object({
      items: z.array(
        z.object({
          schedule: ScheduleName,
          now: z.optional(ShiftAnswer),
          next: z.optional(ShiftAnswer),
          gap: z.optional(SpanAnswer),
        }),
      ),
    }),
  },
  async load(_params, { settings, oncall }) {
    const [{ schedules }, overrides] = await Promise.all([
      settings.current(),
      oncall.overridesFrom(after(new Date().toISOString(), -back)),
    ])
    return { schedules, overrides }
  },
  async perform({ subject: { schedules, overrides }, now }) {
    const items = schedules.map((schedule) => ({
      schedule: nameOf(schedule),
      now: onCallAt(schedule, overrides, now),
      next: nextOnCall(schedule, overrides, now),
      gap: shiftsBetween(schedule, overrides, now, after(now, ahead)).gaps[0],
    }))
    return ok({ items })
  },
})
