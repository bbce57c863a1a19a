import type { Instant } from '../runtime/instant.ts'
import type { Override } from './override.ts'
import type { OnCallPerson } from './schedule.ts'
import type { Swap } from './swap.ts'

export type ScheduleAbout =
  | { type: 'schedule.override_set' | 'schedule.override_removed'; override: Override }
  | {
      type:
        | 'schedule.swap_proposed'
        | 'schedule.swap_accepted'
        | 'schedule.swap_declined'
        | 'schedule.swap_withdrawn'
      swap: Swap
    }

/** What was agreed or undone, by whom; stored with the change itself. */
export type ScheduleEvent = ScheduleAbout & {
  /** Its place among the events of the schedule. */
  id: string
  scheduleId: string
  at: Instant
  by: { kind: 'person' } & OnCallPerson
}

export const callerAs = ({ id, name }: OnCallPerson): OnCallPerson => ({ id, name })

/** What somebody did, as it is told to those whom it concerns. */
export function eventBy(
  caller: OnCallPerson,
  about: ScheduleAbout,
  { id, now }: { id: string; now: Instant },
): ScheduleEvent {
  const { scheduleId } = 'swap' in about ? about.swap : about.override
  return { ...about, id, scheduleId, at: now, by: { kind: 'person', ...callerAs(caller) } }
}
