import type { Instant } from '../runtime/instant.ts'
import { nameOf, type RotaAnswer } from './answers.ts'
import { conflictsIn } from './conflicts.ts'
import type { Override } from './override.ts'
import type { Schedule } from './schedule.ts'
import { shiftsBetween } from './shifts.ts'
import { meet, type Span } from './spans.ts'
import { asOf, type Swap } from './swap.ts'

export type Agreed = { overrides: readonly Override[]; swaps: readonly Swap[] }
type Around = { agreed: Agreed; staff: ReadonlySet<string>; now: Instant }

/** Schedules as calendars show them. @param schedules all there are: who is in two at once is seen only then. */
export function rotasOf(
  schedules: readonly Schedule[],
  within: Span,
  { agreed, staff, now }: Around,
): RotaAnswer[] {
  const overrides = agreed.overrides.filter((override) => meet(override, within))
  const swaps = agreed.swaps.map((swap) => asOf(swap, now))
  const rotas = schedules.map((schedule) => ({
    ...{ schedule, scheduleId: schedule.id },
    ...shiftsBetween(schedule, overrides, within.from, within.to),
  }))
  return rotas.map((rota) => {
    const isOwn = (one: { scheduleId: string }) => one.scheduleId === rota.scheduleId
    const own = overrides.filter(isOwn)
    const others = rotas.filter((other) => other !== rota)
    return {
      schedule: nameOf(rota.schedule),
      ...{ shifts: rota.shifts, gaps: rota.gaps },
      conflicts: conflictsIn(rota, { others, overrides: own, staff, within }),
      overrides: own,
      swaps: swaps.filter(
        (swap) => isOwn(swap) && (meet(swap, within) || (swap.return && meet(swap.return, within))),
      ),
    }
  })
}
