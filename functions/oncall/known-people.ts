import type { Problem } from '../catalog/problem.ts'
import type { Person } from '../people/person.ts'
import type { Services } from '../runtime/services.ts'
import type { Schedule } from './schedule.ts'
import { canBeOnCall, notStaff } from './staff.ts'

/** One batch of the table. */
const mostRead = 100

/** The people with these ids who can be on call, however many are asked for. */
export async function readStaff(
  ids: readonly string[],
  { people }: Pick<Services, 'people'>,
): Promise<Person[]> {
  const single = [...new Set(ids)]
  const batches = Array.from({ length: Math.ceil(single.length / mostRead) }, (_, index) =>
    people.readMany(single.slice(index * mostRead, (index + 1) * mostRead)),
  )
  return (await Promise.all(batches)).flat().filter(canBeOnCall)
}

export const peopleOf = ({ layers }: Pick<Schedule, 'layers'>): string[] =>
  layers.flatMap(({ people }) => people.map(({ id }) => id))

/** Places of a schedule that name somebody who cannot be on call. */
export async function strangersIn(
  { layers }: Pick<Schedule, 'layers'>,
  services: Pick<Services, 'people'>,
): Promise<Problem[]> {
  const known = new Set((await readStaff(peopleOf({ layers }), services)).map(({ id }) => id))
  return layers.flatMap(({ people }, layer) =>
    people.flatMap(({ id }, place) =>
      known.has(id) ? [] : [notStaff(`layers.${layer}.people.${place}.id`)],
    ),
  )
}
