import { ulid } from 'ulid'
import type { Instant } from '../../runtime/instant.ts'
import type { ScheduleAbout, ScheduleEvent } from '../event.ts'
import type { OnCallPerson } from '../schedule.ts'

export const callerAs = ({ id, name }: OnCallPerson): OnCallPerson => ({ id, name })

/** What somebody did, as it is told to those whom it concerns. */
export function eventBy(caller: OnCallPerson, about: ScheduleAbout, now: Instant): ScheduleEvent {
  const { scheduleId } = 'swap' in about ? about.swap : about.override
  return {
    ...about,
    id: ulid(Date.parse(now)),
    scheduleId,
    at: now,
    by: { kind: 'person', ...callerAs(caller) },
  }
}
