import { weekdays } from '../runtime/wall-time.ts'
import { windowsOf } from '../runtime/wall-windows.ts'
import { firstInstantOf, wallAt } from '../runtime/zone-days.ts'
import type { OnCallPerson, Restriction } from './schedule.ts'
import type { Shift } from './shifts.ts'
import { joined, type Span, shared } from './spans.ts'

export type Share = {
  person: OnCallPerson
  hours: number
  nightHours: number
  weekendHours: number
  /** What adjoins is one, whichever layers and overrides it is made of. */
  shifts: number
}

const nights: Restriction[] = [{ weekdays: [...weekdays], from: '22:00', to: '06:00' }]
const weekends: Restriction[] = [{ weekdays: ['sat', 'sun'], from: '00:00', to: '24:00' }]

/**
 * How much each person is on call: hours of real time, of these between 22:00 and 06:00, and on Saturday and Sunday,
 * on the wall clock of a zone. Who has most comes first.
 */
export function sharesOf(shifts: readonly Shift[], zone: string, within: Span): Share[] {
  const [dark, free] = [nights, weekends].map((when) => spansOf(when, zone, within))
  const people = Map.groupBy(shifts, ({ person }) => person.id)
  return [...people.values()]
    .flatMap((own) => {
      const person = own[0]?.person
      if (!person) return []
      return {
        person,
        hours: hoursOf(own),
        nightHours: hoursOf(shared(own, dark ?? [])),
        weekendHours: hoursOf(shared(own, free ?? [])),
        shifts: joined(own).length,
      }
    })
    .sort((a, b) => b.hours - a.hours || (a.person.name < b.person.name ? -1 : 1))
}

const spansOf = (when: Restriction[], zone: string, { from, to }: Span): Span[] =>
  windowsOf(when, { from: wallAt(zone, Date.parse(from)), to: wallAt(zone, Date.parse(to)) + 1 }).map(
    (window) => ({ from: instantOf(zone, window.from), to: instantOf(zone, window.to) }),
  )

const instantOf = (zone: string, wall: number) => new Date(firstInstantOf(zone, wall)).toISOString()

/** To the hundredth of an hour. */
const hoursOf = (spans: readonly Span[]): number => {
  const milliseconds = spans.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0)
  return Math.round(milliseconds / 36_000) / 100
}
