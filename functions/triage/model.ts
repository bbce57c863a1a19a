import type { Instant } from '../runtime/instant.ts'
import { type Counts, count, type Example, scored } from './bayes.ts'
import { fittedTemperature, type Trial } from './confidence.ts'
import { type Kind, kinds } from './kind.ts'

/** How well a kind did on examples that were kept from it, and how bold it may be therefore. */
export type Fit = { temperature: number; examples: number; right: number }
export type Model = Counts & { trainedAt: Instant; examples: number; fits: Record<Kind, Fit> }

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
export function train(examples: readonly Example[], now: Instant): Model {
  const known = vocabularyOf(examples)
  const kept = examples.map(({ features, labels }) => ({
    labels,
    features: features.filter((feature) => known.has(feature)),
  }))
  return { ...count(kept), trainedAt: now, examples: examples.length, fits: fitsOf(kept) }
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
function fitsOf(examples: readonly Example[]): Record<Kind, Fit> {
  const trials: Record<Kind, Trial[]> = { categoryId: [], teamId: [], impact: [], urgency: [] }
  for (let fold = 0; fold < folds && examples.length >= leastExamples; fold++) {
    const counts = count(examples.filter((_, place) => place % folds !== fold))
    for (const { features, labels } of examples.filter((_, place) => place % folds === fold)) {
      for (const kind of kinds) {
        const truth = labels[kind]
        if (truth !== undefined) trials[kind].push({ scores: scored(counts, kind, features).scores, truth })
      }
    }
  }
  const fitOf = (kind: Kind): Fit => ({
    temperature: fittedTemperature(trials[kind]),
    examples: trials[kind].length,
    right: trials[kind].filter(({ scores, truth }) => scores[0]?.value === truth).length,
  })
  return {
    categoryId: fitOf('categoryId'),
    teamId: fitOf('teamId'),
    impact: fitOf('impact'),
    urgency: fitOf('urgency'),
  }
}
