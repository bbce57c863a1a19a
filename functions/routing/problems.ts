import { isHigher, type Team } from '../people/team.ts'
import type { Text } from '../runtime/text.ts'
import type { RoutingRule } from './rule.ts'

/** What is wrong with the set-up at a place in its document; a warning does not keep it from being saved. */
export type Problem = { path: string; kind: 'error' | 'warning'; message: Text }

type Known = {
  teams: readonly Team[]
  services: readonly { id: string }[]
  categories: readonly { id: string }[]
}

/** Rules that name what is not there, that nobody would see the work of, or that never get their turn. */
export function problemsOfRules(
  rules: readonly RoutingRule[],
  { teams, services, categories }: Known,
): Problem[] {
  const catchAll = rules.findIndex(isAlways)
  return rules.flatMap(({ teamId, when }, index) => {
    const at = (path: string) => `routingRules.${index}.${path}`
    const unknown = (ids: readonly string[], among: readonly { id: string }[], path: string) =>
      ids.filter((id) => among.every((one) => one.id !== id)).map((id) => notThere(at(path), id))
    const team = teams.find(({ id }) => id === teamId)
    return [
      ...unknown([teamId], teams, 'teamId'),
      ...(team?.onDemand ? [hiddenQueue(at('teamId'), team)] : []),
      ...unknown(when.serviceIds, services, 'when.serviceIds'),
      ...unknown(when.categoryIds, categories, 'when.categoryIds'),
      ...(index === catchAll && index < rules.length - 1 ? [shadows(at('when'))] : []),
    ]
  })
}

/** Teams whose level timer would lead nowhere: it only moves further up. */
export const problemsOfLevels = (teams: readonly Team[]): Problem[] =>
  teams.flatMap((team, index) => {
    const path = `teams.${index}.escalatesTo`
    const target = teams.find(({ id }) => id === team.escalatesTo)
    if (team.escalatesTo === undefined) return []
    if (!target) return [notThere(path, team.escalatesTo)]
    return isHigher(target, team) ? [] : [notHigher(path, target)]
  })

const isAlways = ({ when }: RoutingRule) => Object.values(when).every((list) => list.length === 0)

const notThere = (path: string, id: string): Problem => ({
  ...{ path, kind: 'error' },
  message: {
    en: `“${id}” does not exist here. Choose one from the list.`,
    de: `„${id}“ gibt es hier nicht. Wählen Sie einen Eintrag aus der Liste.`,
  },
})

const hiddenQueue = (path: string, { name }: Team): Problem => ({
  ...{ path, kind: 'error' },
  message: {
    en: `“${name}” helps on demand and watches no queue. Choose a team that does.`,
    de: `„${name}“ hilft auf Anfrage und beobachtet keine Warteschlange. Wählen Sie ein anderes Team.`,
  },
})

const shadows = (path: string): Problem => ({
  ...{ path, kind: 'warning' },
  message: {
    en: 'This rule applies to everything, so the rules after it never get their turn. Move it to the end.',
    de: 'Diese Regel trifft immer zu, die Regeln danach kommen nie zum Zug. Verschieben Sie sie ans Ende.',
  },
})

const notHigher = (path: string, { name }: Team): Problem => ({
  ...{ path, kind: 'error' },
  message: {
    en: `The level timer only moves further up, and “${name}” is not on a higher level.`,
    de: `Der Stufen-Timer schiebt nur nach oben, und „${name}“ steht nicht auf einer höheren Stufe.`,
  },
})
