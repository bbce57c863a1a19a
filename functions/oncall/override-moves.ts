import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import { after } from '../runtime/instant.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Override } from './override.ts'
import { demandNone, refused } from './refusals.ts'
import type { OnCallPerson } from './schedule.ts'
import { problemsOfSpan } from './spans.ts'
import { notStaff } from './staff.ts'

export const OverrideRequest = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  personId: z.string().check(z.minLength(1), z.maxLength(128)),
  reason: z.optional(z.string().check(z.trim(), z.maxLength(500))),
})

type Circumstances = { id: string; scheduleId: string; by: OnCallPerson; now: Instant; person?: OnCallPerson }

/**
 * Somebody stands in. What is past may be put right, too: who made the entry, and when, stands in it.
 * @param person who it is, if they can be on call. @throws Refusal `incomplete`
 */
export function standIn(
  { from, to, reason }: z.infer<typeof OverrideRequest>,
  { id, scheduleId, by, now, person }: Circumstances,
): Override {
  const problems = problemsOfSpan({ from, to })
  if (!person) throw refused([...problems, notStaff('personId')])
  demandNone(problems)
  return {
    ...{ id, scheduleId, from: after(from, 0), to: after(to, 0), person, by, createdAt: now },
    ...(reason && { reason }),
  }
}

/** What is left of an override that is taken back: what has been of it. @throws Refusal `conflict` when it is over. */
export function takenBack(override: Override, now: Instant): Override | undefined {
  if (override.to <= now) throw over()
  return override.from < now ? { ...override, to: now } : undefined
}

const over = () =>
  new Refusal('conflict', {
    en: 'This is over already and stays in the history. Enter another one if somebody else was on call.',
    de: 'Das ist schon vorbei und bleibt in der Geschichte. Tragen Sie etwas Neues ein, wenn jemand anderes Bereitschaft hatte.',
  })
