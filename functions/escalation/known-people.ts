import type { Problem } from '../catalog/problem.ts'
import { readStaff } from '../oncall/known-people.ts'
import { notStaff } from '../oncall/staff.ts'
import type { Services } from '../runtime/services.ts'
import type { Policy } from './policy.ts'

/** Places of a policy that name somebody who does not work here. */
export async function strangersIn(
  { steps }: Pick<Policy, 'steps'>,
  services: Pick<Services, 'people'>,
): Promise<Problem[]> {
  const named = steps.flatMap(({ targets }, step) =>
    targets.flatMap((target, place) =>
      target.kind === 'person' ? { id: target.id, path: `steps.${step}.targets.${place}.id` } : [],
    ),
  )
  const ids = named.map(({ id }) => id)
  const known = new Set((await readStaff(ids, services)).map(({ id }) => id))
  return named.filter(({ id }) => !known.has(id)).map(({ path }) => notStaff(path))
}
