import type { Problem } from '../catalog/problem.ts'
import { strangersIn as strangersInPolicy } from '../escalation/known-people.ts'
import { strangersIn as strangersInSchedule } from '../oncall/known-people.ts'
import { canonicalJson } from '../runtime/hash.ts'
import type { Services } from '../runtime/services.ts'
import type { Settings } from './settings.ts'

/** Places of a whole configuration that newly name somebody who does not work here. */
export async function strangersIn(
  after: Settings,
  before: Settings,
  services: Pick<Services, 'people'>,
): Promise<Problem[]> {
  const changed = <Item>(items: readonly Item[], old: readonly Item[]) => {
    const known = new Set(old.map(canonicalJson))
    return items.map((item, index) => ({ item, index })).filter(({ item }) => !known.has(canonicalJson(item)))
  }
  const below =
    (part: string, index: number) =>
    (problems: Problem[]): Problem[] =>
      problems.map(({ path, message }) => ({ path: `${part}.${index}.${path}`, message }))
  const found = [
    ...changed(after.schedules, before.schedules).map(({ item, index }) =>
      strangersInSchedule(item, services).then(below('schedules', index)),
    ),
    ...changed(after.escalationPolicies, before.escalationPolicies).map(({ item, index }) =>
      strangersInPolicy(item, services).then(below('escalationPolicies', index)),
    ),
  ]
  return (await Promise.all(found)).flat()
}
