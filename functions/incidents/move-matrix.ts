import * as z from 'zod/mini'
import { type Role, roles } from '../runtime/roles.ts'
import { moves, type State, states } from './lifecycle.ts'

/** Which role may make which move: for each role and state, the states it may move to. */
export const MoveMatrix = z.partialRecord(
  z.enum(roles),
  z.partialRecord(z.enum(states), z.array(z.enum(states))),
)
export type MoveMatrix = z.infer<typeof MoveMatrix>

/** What a requester may do with their own: confirm, reopen, or take the report back. */
const own = { new: ['canceled'], resolved: ['in_progress', 'closed'] } satisfies Partial<
  Record<State, State[]>
>
const everything = Object.fromEntries(states.map((state) => [state, [...moves[state]]]))

export const defaultMoveMatrix: MoveMatrix = {
  requester: own,
  agent: everything,
  lead: everything,
  incident_manager: everything,
  administrator: everything,
}

/**
 * The moves that somebody may make now: those of the lifecycle that the matrix gives to one of their roles.
 * Whoever the incident belongs to has the row `requester` beside those.
 */
export function legalMoves(
  state: State,
  { held, own }: { held: readonly Role[]; own: boolean },
  matrix: MoveMatrix,
): readonly State[] {
  const rows = [...held.filter((role) => role !== 'requester'), ...(own ? ['requester' as const] : [])]
  return moves[state].filter((to) => rows.some((role) => matrix[role]?.[state]?.includes(to)))
}
