import { type Problem, problem } from '../catalog/problem.ts'
import { type Places, problemsOfPlace } from './control-refusals.ts'
import { matchesEverything, sayWhatIsMeant } from './matcher.ts'
import type { AlertRule, AlertRuleDraft } from './rule.ts'

type Found = Problem & { kind: 'error' | 'warning' }

/** A cause counts in every rule that it is a cause in, all in one transaction, which has room for so many. */
const mostInhibitRules = 80

/** Rules that never get their turn, those that would hold nearly everything, and those that are too many. */
export function problemsOfRules(rules: readonly AlertRule[]): (Problem & { kind: 'error' | 'warning' })[] {
  const catchAll = rules.findIndex((rule) => rule.kind === 'route' && matchesEverything(rule.when))
  const above = rules[catchAll]?.name ?? ''
  const inhibiting = rules.filter(({ kind }) => kind === 'inhibit')
  return rules.flatMap((rule, index): Found[] => {
    const at = (path: string) => `alertRules.${index}.${path}`
    if (rule.kind === 'route') {
      if (catchAll < 0 || index <= catchAll) return []
      return [{ kind: 'warning', ...neverAsked(at('when'), above) }]
    }
    const found = [
      ...(sayWhatIsMeant(rule.cause) ? [] : [anyCause(at('cause'))]),
      ...(sayWhatIsMeant(rule.symptom) ? [] : [holdsAll(at('symptom'))]),
      ...(inhibiting.indexOf(rule) < mostInhibitRules ? [] : [tooMany(at('kind'))]),
    ]
    return found.map((one) => ({ kind: 'error', ...one }))
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
    'This would hold nearly every other alert. Say which ones are symptoms, not only which are not.',
    'Das würde fast jeden anderen Alarm zurückhalten. Sagen Sie, welche Symptome sind, nicht nur, welche nicht.',
  )

const anyCause = (path: string): Problem =>
  problem(
    path,
    'Nearly every alert would be the cause of this. Say which ones are, not only which are not.',
    'Fast jeder Alarm wäre hier die Ursache. Sagen Sie, welche es sind, nicht nur, welche nicht.',
  )

const tooMany = (path: string): Problem =>
  problem(
    path,
    `There is room for ${mostInhibitRules} rules that hold symptoms. Remove one, or let one catch more.`,
    `Es ist Platz für ${mostInhibitRules} Regeln, die Symptome zurückhalten. Entfernen Sie eine, oder fassen Sie welche zusammen.`,
  )
