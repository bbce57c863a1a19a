import { type Action, permits } from '../people/access.ts'
import type { Person } from '../people/person.ts'

/** Who asks: a person with the rights that the table gives them at this moment. */
export type Caller = Person & { may(action: Action, relation?: { own: boolean }): boolean }

export const callerFrom = (person: Person): Caller => ({
  ...person,
  may: (action, relation = { own: true }) => permits(person.roles, action, relation),
})

export type { Action }
