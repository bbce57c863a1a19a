import { type Group, groupsOf, type Score, type Scores, scored } from './bayes.ts'
import { probabilities } from './confidence.ts'
import { type Cause, causeOf, featuresOf, isWord } from './features.ts'
import type { Kind } from './kind.ts'
import { isWorthSaying, leastExamples, leastOfLabel, type Model } from './model.ts'
import { branchesOf, type Tree } from './tree.ts'

/** Under this a suggestion is more likely wrong than right, and is not made. */
const leastConfidence = 0.5
const leastKnown = 2
const mostCauses = 5
const deepest = 6

/** A word that decided, and how much: the part of the log-odds against the runner-up that is due to it. */
export type Decider = Cause & { weight: number }
export type Decision = { value: string; confidence: number; words: Decider[] }

type Asked = {
  model: Model
  words: readonly string[]
  features: readonly string[]
  offers: (value: string) => boolean
}
type Choice = { value: string; probability: number; weights: ReadonlyMap<string, number> }

/**
 * The most likely value of one kind among those that are offered, or nothing: with few confirmed incidents,
 * where what was learned is no better than the most frequent value, with fewer than two features that were ever
 * seen, one of them a word, or when it would be a guess.
 * A category is looked for from the top of the tree downwards (Silla and Freitas 2011, "A survey of hierarchical
 * classification": a local classifier per parent node), as far as it is likely enough.
 */
export function classify(
  model: Model,
  kind: Kind,
  report: { words: readonly string[]; serviceId?: string },
  { offers, tree }: { offers: (value: string) => boolean; tree: Tree },
): Decision | undefined {
  if (!isWorthSaying(model.fits[kind])) return undefined
  const asked = { model, words: report.words, features: featuresOf(report.words, report.serviceId), offers }
  if (kind === 'categoryId') return category(asked, tree)
  const groups = groupsOf(model, kind).filter(({ value }) => offers(value))
  const choice = choose(asked, groups, model.fits[kind].temperature)
  return choice && choice.probability >= leastConfidence ? decisionOf(asked, [choice]) : undefined
}

function category(asked: Asked, tree: Tree): Decision | undefined {
  const way: Choice[] = []
  for (let confidence = 1; way.length < deepest; ) {
    const last = way.at(-1)?.value
    const { temperature } = asked.model.fits[last === undefined ? 'categoryId' : 'subcategory']
    const branches = branchesOf(asked.model, tree, last, asked.offers)
    const choice = choose(asked, branches, temperature, last === undefined ? leastExamples : leastOfLabel)
    confidence *= choice?.probability ?? 0
    if (!choice || choice.value === last || confidence < leastConfidence) break
    way.push(choice)
  }
  return way.length > 0 ? decisionOf(asked, way) : undefined
}

/** The best of these groups, unless there is too little to tell it from another one. */
function choose(
  { model, features }: Asked,
  groups: readonly Group[],
  temperature: number,
  least = leastExamples,
): Choice | undefined {
  const { known, scores } = scored(model, groups, features)
  if (known.length < leastKnown || !known.some(isWord)) return undefined
  if (scores.reduce((sum, { examples }) => sum + examples, 0) < least) return undefined
  const candidates = scores.filter(({ examples }) => examples >= leastOfLabel)
  const [best, next] = candidates
  if (!best || !next) return undefined
  const [probability = 0] = probabilities(candidates, temperature)
  return { value: best.value, probability, weights: weightsOf({ known, scores }, best, next) }
}

const weightsOf = ({ known }: Scores, best: Score, next: Score) =>
  new Map(known.map((feature, place) => [feature, (best.weights[place] ?? 0) - (next.weights[place] ?? 0)]))

/** What was chosen on the whole way, and the words that speak most for all of it together. */
function decisionOf({ words }: Asked, way: readonly Choice[]): Decision {
  const weights = new Map<string, number>()
  for (const choice of way) {
    for (const [feature, weight] of choice.weights) weights.set(feature, (weights.get(feature) ?? 0) + weight)
  }
  const deciders = [...weights]
    .filter(([, weight]) => weight > 0)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostCauses)
  const confidence = way.reduce((product, { probability }) => product * probability, 1)
  return {
    value: way.at(-1)?.value ?? '',
    confidence: Math.round(confidence * 1000) / 1000,
    words: deciders.map(([feature, weight]) => ({
      ...causeOf(feature, words),
      weight: Math.round(weight * 100) / 100,
    })),
  }
}
