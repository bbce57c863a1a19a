import { type Problem, problem } from '../catalog/problem.ts'
import { moves, type State, states } from '../incidents/lifecycle.ts'
import { permits } from '../people/access.ts'
import { roles } from '../runtime/roles.ts'
import type { Settings } from './settings.ts'

/** Cells of the role matrix that the lifecycle does not have, and moves that nobody could make any more. */
export function problemsOfMatrix({ moveMatrix }: Pick<Settings, 'moveMatrix'>): Problem[] {
  const isLegal = (from: State, to: State) => (moves[from] as readonly State[]).includes(to)
  const illegal = roles.flatMap((role) =>
    states.flatMap((from) =>
      (moveMatrix[role]?.[from] ?? [])
        .filter((to) => !isLegal(from, to))
        .map((to) =>
          problem(
            `moveMatrix.${role}.${from}`,
            `An incident never moves from ${from} to ${to}.`,
            `Ein Vorfall geht nie von ${from} nach ${to}.`,
          ),
        ),
    ),
  )
  const movers = roles.filter(
    (role) => permits([role], 'incident.move', { own: false }) || role === 'requester',
  )
  const stuck = states.flatMap((from) =>
    moves[from]
      .filter((to) => !movers.some((role) => moveMatrix[role]?.[from]?.includes(to)))
      .map((to) =>
        problem(
          `moveMatrix.${from}.${to}`,
          `Nobody could move an incident from ${from} to ${to} any more. Leave it to at least one role.`,
          `Niemand könnte einen Vorfall mehr von ${from} nach ${to} bringen. Lassen Sie es mindestens einer Rolle.`,
        ),
      ),
  )
  return [...illegal, ...stuck]
}

export const problemsOfClosing = ({ closing }: Pick<Settings, 'closing'>): Problem[] =>
  closing.reminderDays < closing.autoCloseDays
    ? []
    : [
        problem(
          'closing.reminderDays',
          'Remind before the incident closes by itself.',
          'Erinnern Sie, bevor der Vorfall sich von selbst schließt.',
        ),
      ]
