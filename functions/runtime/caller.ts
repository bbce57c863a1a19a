import { type Action, permits } from '../people/access.ts'
import type { Person } from '../people/person.ts'
import { type Team, teamsWith } from '../people/team.ts'

/** Who asks: a person with the rights that the table gives them at this moment. */
export type Caller = Person & {
  /** The teams that they work in or lead. */
  teams: readonly string[]
  may(action: Action, relation?: { own: boolean }): boolean
}

export const callerFrom = (person: Person, { teams }: { teams: readonly Team[] }): Caller => ({
  ...person,
  teams: teamsWith(person.id, teams),
  may: (action, relation = { own: true }) => permits(person.roles, action, relation),
})

export type { Action }
