import { after, days, type Instant } from '../runtime/instant.ts'
import type { Override } from './override.ts'
import type { Schedule } from './schedule.ts'
import { type Shift, type Shifts, shiftsBetween } from './shifts.ts'

type Rota = Pick<Schedule, 'id' | 'zone' | 'layers'>

/** How far is looked for the ends of a shift and for the next one, in days, at first and at last. */
const [nearest, farthest] = [2, 512]

/**
 * Who is on call at an instant, with the whole of their shift; undefined when nobody is. The ends of a shift that are
 * more than 512 days away are not looked for.
 */
export function onCallAt(
  schedule: Rota,
  overrides: readonly Override[],
  instant: Instant,
): Shift | undefined {
  const at = after(instant, 0)
  for (let reach = nearest; ; reach *= 4) {
    const [from, to] = [after(at, -days(reach)), after(at, days(reach))]
    const shift = shiftsBetween(schedule, overrides, from, to).shifts.find(holds(at))
    if (!shift || reach >= farthest || (shift.from > from && shift.to < to)) return shift
  }
}

const holds = (at: Instant) => (span: { from: Instant; to: Instant }) => span.from <= at && at < span.to

/** The next shift after an instant in which it is somebody else's turn, or anybody's after a gap. */
export function nextOnCall(
  schedule: Rota,
  overrides: readonly Override[],
  instant: Instant,
): Shift | undefined {
  const at = after(instant, 0)
  for (let reach = nearest; ; reach *= 4) {
    const end = after(at, days(reach))
    const next = firstOther(shiftsBetween(schedule, overrides, at, end), at)
    if (next && (next.to < end || reach >= farthest)) return next
    if (reach >= farthest) return undefined
  }
}

function firstOther({ shifts }: Shifts, at: Instant): Shift | undefined {
  const [first] = shifts
  if (!first || first.from > at) return first
  return shifts.find(
    (shift, index) =>
      index > 0 && (shift.person.id !== first.person.id || shift.from !== shifts[index - 1]?.to),
  )
}
