import type { Override } from './override.ts'
import type { OnCallPerson } from './schedule.ts'
import type { Shift } from './shifts.ts'
import { joined, meet, type Span, shared } from './spans.ts'

export type Conflict = Span & {
  kind: 'overlapping_overrides' | 'double_booked' | 'not_staff'
  person: OnCallPerson
  /** The other schedule that somebody is on call in at the same time. */
  scheduleId?: string
}
export type Rota = { scheduleId: string; shifts: readonly Shift[] }

/**
 * What somebody should look at in a schedule: overrides of which the later-made hides the other, people who are on
 * call in another schedule at the same time, and people who work here no more.
 * @param overrides of this schedule, @param staff ids of those who can be on call.
 */
export function conflictsIn(
  rota: Rota,
  around: {
    others: readonly Rota[]
    overrides: readonly Override[]
    staff: ReadonlySet<string>
    within: Span
  },
): Conflict[] {
  const people = Map.groupBy(rota.shifts, ({ person }) => person.id)
  const own = [...people.values()].flatMap((shifts) => {
    const person = shifts[0]?.person
    if (!person) return []
    const strange = around.staff.has(person.id) ? [] : joined(shifts).map((span) => ({ ...span, person }))
    const elsewhere = around.others.flatMap(({ scheduleId, shifts: theirs }) =>
      joined(
        shared(
          shifts,
          theirs.filter((shift) => shift.person.id === person.id),
        ),
      ).map((span) => ({ ...span, person, scheduleId })),
    )
    return [
      ...strange.map((one) => ({ ...one, kind: 'not_staff' as const })),
      ...elsewhere.map((one) => ({ ...one, kind: 'double_booked' as const })),
    ]
  })
  return [...hiddenOverrides(around.overrides, around.within), ...own].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  )
}

function hiddenOverrides(overrides: readonly Override[], within: Span): Conflict[] {
  return overrides.flatMap((one) =>
    overrides.flatMap((later) => {
      const isLater = `${one.createdAt} ${one.id}` < `${later.createdAt} ${later.id}`
      // What both sides of a swap agreed on hides nothing unseen.
      const both = isLater && !later.swapId ? meet(one, later) : undefined
      const shown = both && meet(both, within)
      return shown ? [{ ...shown, kind: 'overlapping_overrides' as const, person: one.person }] : []
    }),
  )
}
