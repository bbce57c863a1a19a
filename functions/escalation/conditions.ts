import type { Instant } from '../runtime/instant.ts'
import { type Weekday, weekdayOf } from '../runtime/wall-time.ts'
import { daysBetween } from '../runtime/zone-days.ts'
import type { Calendar } from '../sla/calendar.ts'
import { windowsFrom } from '../sla/opening.ts'
import type { Condition } from './policy.ts'

/** Whether a step speaks at an instant. A calendar that is gone keeps nobody silent. */
export function speaksAt(
  when: Condition | undefined,
  at: Instant,
  { calendars }: { calendars: readonly Calendar[] },
): boolean {
  if (when?.weekdays && !when.weekdays.days.includes(weekdayAt(when.weekdays.zone, at))) return false
  const calendar = calendars.find(({ id }) => id === when?.calendar?.id)
  return !calendar || isOpenAt(calendar, at) === (when?.calendar?.is === 'open')
}

function isOpenAt(calendar: Calendar, at: Instant): boolean {
  const moment = Date.parse(at)
  const [window] = windowsFrom(calendar, moment)
  return window !== undefined && window.opens <= moment
}

function weekdayAt(zone: string, at: Instant): Weekday {
  const moment = Date.parse(at)
  const [{ day } = { day: 0 }] = daysBetween(zone, moment, moment + 1)
  return weekdayOf(day)
}
