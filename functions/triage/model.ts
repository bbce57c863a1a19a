import type { Instant } from '../runtime/instant.ts'
import { type Counts, count, type Example, type Group, groupsOf, scored } from './bayes.ts'
import { fittedTemperature, type Trial } from './confidence.ts'
import { kinds } from './kind.ts'
import { branchesOf, pathOf, type Tree } from './tree.ts'

/** Categories are chosen at the top of the tree first and then below it, which is less certain. */
const choices = [...kinds, 'subcategory'] as const
type Choice = (typeof choices)[number]

/** How well a choice did on examples that were kept from it, and how bold it may be therefore. */
export type Fit = { temperature: number; examples: number; right: number; mostFrequent: number }

/** A choice that does no better than always naming the most frequent value has learned nothing, and is not made. */
export const isWorthSaying = ({ right, mostFrequent }: Fit): boolean => right > mostFrequent

export type Model = Counts & { trainedAt: Instant; examples: number; fits: Record<Choice, Fit> }

/** Fewer confirmed incidents than this teach nothing that is worth saying. */
export const leastExamples = 20
/** A label that fewer examples have is not suggested. */
export const leastOfLabel = 3
/** The most frequent features stay; with 4 labels each, the model then packs into less than 400 KB. */
const mostFeatures = 20_000
const folds = 5

/**
 * Learns from confirmed incidents; the same ones in any order make the same model, given folds by their place
 * in the order of their ids.
 * Features of a single example are forgotten: they would only teach names and numbers by heart.
 */
export function train(examples: readonly Example[], now: Instant, tree: Tree = new Map()): Model {
  const known = vocabularyOf(examples)
  const kept = examples.map(({ features, labels }) => ({
    labels,
    features: features.filter((feature) => known.has(feature)),
  }))
  return { ...count(kept), trainedAt: now, examples: examples.length, fits: fitsOf(kept, tree) }
}

function vocabularyOf(examples: readonly Example[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const { features } of examples) {
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  }
  const frequent = [...seen].filter(([, times]) => times > 1)
  const sorted = frequent.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return new Set(sorted.slice(0, mostFeatures).map(([feature]) => feature))
}

/** Every example is tried once, by what the other four fifths teach. */
function fitsOf(examples: readonly Example[], tree: Tree): Record<Choice, Fit> {
  const trials = new Map<Choice, Trial[]>(choices.map((choice) => [choice, []]))
  for (let fold = 0; fold < folds && examples.length >= leastExamples; fold++) {
    const counts = count(examples.filter((_, place) => place % folds !== fold))
    for (const example of examples.filter((_, place) => place % folds === fold)) {
      for (const { choice, groups, truth } of tasksOf(counts, example, tree)) {
        trials.get(choice)?.push({ scores: scored(counts, groups, example.features).scores, truth })
      }
    }
  }
  const fitOf = (choice: Choice): Fit => {
    const tried = trials.get(choice) ?? []
    const right = tried.filter(({ scores, truth }) => scores[0]?.value === truth).length
    return {
      temperature: fittedTemperature(tried),
      examples: tried.length,
      right,
      mostFrequent: mostOf(tried),
    }
  }
  return {
    categoryId: fitOf('categoryId'),
    subcategory: fitOf('subcategory'),
    teamId: fitOf('teamId'),
    impact: fitOf('impact'),
    urgency: fitOf('urgency'),
  }
}

function mostOf(trials: readonly Trial[]): number {
  const times = new Map<string, number>()
  for (const { truth } of trials) times.set(truth, (times.get(truth) ?? 0) + 1)
  return Math.max(0, ...times.values())
}

/** What there is to choose for an example: each value, and its category step by step from the top. */
function tasksOf(counts: Counts, { labels }: Example, tree: Tree) {
  return kinds.flatMap((kind): { choice: Choice; groups: Group[]; truth: string }[] => {
    const value = labels[kind]
    if (value === undefined) return []
    if (kind !== 'categoryId') return [{ choice: kind, groups: groupsOf(counts, kind), truth: value }]
    // The last step is to stay where it is, where one could go further.
    return [...pathOf(tree, value), value].flatMap((step, depth, path) => {
      const groups = branchesOf(counts, tree, path[depth - 1], () => true)
      if (groups.length < 2) return []
      return { choice: depth === 0 ? ('categoryId' as const) : ('subcategory' as const), groups, truth: step }
    })
  })
}
