import type { Team } from '../people/team.ts'
import type { Text } from '../runtime/text.ts'
import type { Policy, Target } from './policy.ts'

/** What is wrong with the set-up at a place in its document; a warning does not keep it from being saved. */
type Problem = { path: string; kind: 'error' | 'warning'; message: Text }
type Known = {
  teams: readonly Pick<Team, 'id' | 'members' | 'leadIds'>[]
}

const longestDays = 7

/** Policies that go on for too long, that never get their turn, or that have steps for nobody. */
export function problemsOfPolicies(policies: readonly Policy[], known: Known): Problem[] {
  return policies.flatMap((policy, index) => {
    const path = `escalationPolicies.${index}`
    const earlier = policies.slice(0, index).flatMap(({ priorities }) => priorities)
    const shadowed = policy.priorities.filter((priority) => earlier.includes(priority))
    return [
      ...(totalMinutes(policy) > longestDays * 24 * 60 ? [tooLong(`${path}.steps`)] : []),
      ...(policy.repeats > 0 && totalMinutes(policy) === 0 ? [atOnce(`${path}.repeats`)] : []),
      ...(shadowed.length > 0 ? [hasOther(`${path}.priorities`, shadowed.join(', '))] : []),
      ...policy.steps.flatMap(({ targets }, step) =>
        targets.every((target) => isEmpty(target, known))
          ? [reachesNobody(`${path}.steps.${step}.targets`)]
          : [],
      ),
    ]
  })
}

const totalMinutes = ({ steps, repeats }: Policy): number =>
  steps.reduce((total, { delayMinutes }) => total + delayMinutes, 0) * (repeats + 1)

/** What names nothing that is there is an error of its own. */
function isEmpty(target: Target, { teams }: Known): boolean {
  if (target.kind === 'team') return teams.find(({ id }) => id === target.id)?.members.length === 0
  return target.kind === 'manager' && teams.every(({ leadIds }) => leadIds.length === 0)
}

const tooLong = (path: string): Problem => ({
  path,
  kind: 'error',
  message: {
    en: `With its repeats this goes on for more than ${longestDays} days. Shorten the delays, or repeat it less often.`,
    de: `Mit allen Wiederholungen dauert das über ${longestDays} Tage. Kürzen Sie die Wartezeiten, oder wiederholen Sie seltener.`,
  },
})
const atOnce = (path: string): Problem => ({
  path,
  kind: 'error',
  message: {
    en: 'Repeats without any delay would all come at once. Give a step a delay.',
    de: 'Ohne Wartezeit kämen alle Wiederholungen auf einmal. Geben Sie einem Schritt eine Wartezeit.',
  },
})
const hasOther = (path: string, priorities: string): Problem => ({
  path,
  kind: 'warning',
  message: {
    en: `A policy further up is for ${priorities}, so this one never is.`,
    de: `Weiter oben gibt es schon einen Plan für ${priorities}; dieser kommt dafür nie an die Reihe.`,
  },
})
const reachesNobody = (path: string): Problem => ({
  path,
  kind: 'warning',
  message: {
    en: 'This step reaches nobody: nobody is in there yet.',
    de: 'Dieser Schritt erreicht niemanden: Dort ist noch niemand eingetragen.',
  },
})
