import type { ScheduleName, Shift, Shifts } from './contract.ts'

export type Turn = { schedule: ScheduleName; shift: Shift }

/** In each schedule the turn that somebody has now, or else their next one; the earliest first. */
export function turnsOf(
  all: readonly Pick<Shifts, 'schedule' | 'shifts'>[],
  personId: string | undefined,
  now: Date,
): Turn[] {
  const begins = ({ shift }: Turn) => Date.parse(shift.from)
  return all
    .flatMap(({ schedule, shifts }) => {
      const ahead = shifts.filter(({ person, to }) => person.id === personId && new Date(to) > now)
      const [first] = ahead.map((shift): Turn => ({ schedule, shift })).sort((a, b) => begins(a) - begins(b))
      return first ? [first] : []
    })
    .sort((a, b) => begins(a) - begins(b))
}
