import { after, days, type Instant } from '../runtime/instant.ts'
import type { Override } from './override.ts'
import type { OnCallPerson, Schedule } from './schedule.ts'
import { type Shift, shiftsBetween } from './shifts.ts'

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

/**
 * The next shift after an instant in which it is somebody else's turn, or anybody's after a gap. Where one person is on
 * call for good it is theirs from the next handover on.
 */
export function nextOnCall(
  schedule: Rota,
  overrides: readonly Override[],
  instant: Instant,
): Shift | undefined {
  const at = after(instant, 0)
  const other = hasOthers(schedule, overrides, at) && ahead(schedule, overrides, at, firstChange)
  return other || ahead(schedule, overrides, at, firstTurn)
}

/** Who is asked after whoever is on call: the next other person, or the same where there is nobody else. */
export function successorOf(
  schedule: Rota,
  overrides: readonly Override[],
  instant: Instant,
): OnCallPerson | undefined {
  const at = after(instant, 0)
  const other = hasOthers(schedule, overrides, at) && ahead(schedule, overrides, at, firstOther)
  const shift = other || ahead(schedule, overrides, at, firstTurn) || onCallAt(schedule, overrides, at)
  return shift?.person
}

/** Without anybody else in it, nobody needs to be looked for. A layer that ends may still have its last turn. */
function hasOthers({ id, layers }: Rota, overrides: readonly Override[], at: Instant): boolean {
  const ended = after(at, -days(2)).slice(0, 10)
  const people = [
    ...layers.filter(({ endsOn }) => !endsOn || endsOn >= ended).flatMap((layer) => layer.people),
    ...overrides.filter(({ scheduleId, to }) => scheduleId === id && to > at).map(({ person }) => person),
  ]
  return new Set(people.map((person) => person.id)).size > 1
}

type Choose = (shifts: readonly Shift[], at: Instant) => Shift | undefined

function ahead(
  schedule: Rota,
  overrides: readonly Override[],
  at: Instant,
  choose: Choose,
): Shift | undefined {
  for (let reach = nearest; ; reach *= 4) {
    const end = after(at, days(reach))
    const next = choose(shiftsBetween(schedule, overrides, at, end).shifts, at)
    if (next && (next.to < end || reach >= farthest)) return next
    if (reach >= farthest) return undefined
  }
}

const firstTurn: Choose = (shifts, at) => shifts.find(({ from }) => from > at)

const firstOther: Choose = ([first, ...shifts], at) =>
  !first || first.from > at ? first : shifts.find(({ person }) => person.id !== first.person.id)

const firstChange: Choose = (shifts, at) =>
  shifts.find(({ from, person }, index) => {
    const before = shifts[index - 1]
    return before ? person.id !== before.person.id || from !== before.to : from > at
  })
