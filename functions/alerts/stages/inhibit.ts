import { sha256Hex } from '../../runtime/hash.ts'
import type { Step } from '../alert.ts'
import { type Facts, factOf, matchesAll } from '../matcher.ts'
import type { AlertRule, InhibitRule } from '../rule.ts'

const isInhibit = (rule: AlertRule): rule is InhibitRule => rule.kind === 'inhibit'

/** The counter of the causes that fire under a rule, as it is now, with the same values. */
const counterOf = ({ id, equal, cause }: InhibitRule, facts: Facts): string =>
  `inh_${id}.${sha256Hex(JSON.stringify([cause, ...equal.map((label) => factOf(label, facts))])).slice(0, 32)}`

/** The counters in which an alert counts as a cause while it fires. */
export const causeOf = (facts: Facts, rules: readonly AlertRule[]): string[] =>
  rules.flatMap((rule) => (isInhibit(rule) && matchesAll(rule.cause, facts) ? [counterOf(rule, facts)] : []))

/** The counters that hold an alert while anything is in them. What is cause and symptom of one rule is never held by it. */
export const symptomOf = (facts: Facts, rules: readonly AlertRule[]): { ruleId: string; counter: string }[] =>
  rules.flatMap((rule) =>
    isInhibit(rule) && matchesAll(rule.symptom, facts) && !matchesAll(rule.cause, facts)
      ? [{ ruleId: rule.id, counter: counterOf(rule, facts) }]
      : [],
  )

/** Holds a symptom while its cause fires. @param firing how many causes fire, by counter. */
export function checkInhibition(
  facts: Facts,
  rules: readonly AlertRule[],
  firing: ReadonlyMap<string, number>,
): { step: Step; hold?: { id: string } } {
  const found = symptomOf(facts, rules).find(({ counter }) => (firing.get(counter) ?? 0) > 0)
  if (!found) return { step: { stage: 'inhibit', verdict: 'passes', code: 'not_inhibited' } }
  return {
    hold: { id: found.counter },
    step: { stage: 'inhibit', verdict: 'waits', code: 'inhibited', data: { ruleId: found.ruleId } },
  }
}
