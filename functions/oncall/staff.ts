import { type Problem, problem } from '../catalog/problem.ts'
import { permits } from '../people/access.ts'
import type { Person } from '../people/person.ts'

/** Whoever works incidents can be on call. */
export const canBeOnCall = ({ roles }: Pick<Person, 'roles'>): boolean =>
  permits(roles, 'incident.acknowledge', { own: false })

export const notStaff = (path: string): Problem =>
  problem(
    path,
    'Choose somebody who works on incidents here.',
    'Wählen Sie jemanden, der hier Vorfälle bearbeitet.',
  )
