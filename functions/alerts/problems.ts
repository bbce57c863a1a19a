import { type Problem, problem } from '../catalog/problem.ts'
import { type Places, problemsOfPlace } from './control-refusals.ts'
import { matchesEverything } from './matcher.ts'
import type { AlertRule, AlertRuleDraft } from './rule.ts'

type Found = Problem & { kind: 'error' | 'warning' }

/** Rules that never get their turn, and those that would hold everything whenever anything fires. */
export function problemsOfRules(rules: readonly AlertRule[]): (Problem & { kind: 'error' | 'warning' })[] {
  const catchAll = rules.findIndex((rule) => rule.kind === 'route' && matchesEverything(rule.when))
  const above = rules[catchAll]?.name ?? ''
  return rules.flatMap((rule, index): Found[] => {
    const at = (path: string) => `alertRules.${index}.${path}`
    if (rule.kind === 'route') {
      if (catchAll < 0 || index <= catchAll) return []
      return [{ kind: 'warning', ...neverAsked(at('when'), above) }]
    }
    return matchesEverything(rule.symptom) ? [{ kind: 'error', ...holdsAll(at('symptom')) }] : []
  })
}

/** Services and teams that rules to be tried name, and that are not there. */
export const problemsOfDrafts = (
  { rules = [], rule }: { rules?: readonly AlertRuleDraft[]; rule?: AlertRuleDraft },
  places: Places,
): Problem[] =>
  [
    ...rules.map((one, index) => [`rules.${index}`, one] as const),
    ...(rule ? [['rule', rule] as const] : []),
  ].flatMap(([at, one]) =>
    one.kind === 'inhibit'
      ? []
      : problemsOfPlace(one.treatment, places).map(({ path, message }) => ({
          ...{ path: `${at}.treatment.${path}`, message },
        })),
  )

const neverAsked = (path: string, above: string): Problem =>
  problem(
    path,
    `“${above}” stands above this rule and applies to everything, so this one never gets its turn. Move it up.`,
    `„${above}“ steht über dieser Regel und trifft immer zu, diese kommt nie zum Zug. Verschieben Sie sie nach oben.`,
  )

const holdsAll = (path: string): Problem =>
  problem(
    path,
    'This would hold every other alert. Say which ones are symptoms.',
    'Das würde jeden anderen Alarm zurückhalten. Sagen Sie, welche Alarme Symptome sind.',
  )
