import * as z from 'zod/mini'
import { roles } from '../people/access.ts'
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
