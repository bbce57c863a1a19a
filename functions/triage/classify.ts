import { type Score, scored } from './bayes.ts'
import { probabilities } from './confidence.ts'
import { type Cause, causeOf, featuresOf, isWord } from './features.ts'
import type { Kind } from './kind.ts'
import { leastExamples, leastOfLabel, type Model } from './model.ts'

/** Under this a suggestion is a guess, and is not made. */
export const leastConfidence = 0.4
const leastKnown = 2
const mostCauses = 5

/** A word that decided, and how much: the part of the log-odds against the runner-up that is due to it. */
export type Decider = Cause & { weight: number }
export type Decision = { value: string; confidence: number; words: Decider[] }

/**
 * The most likely value of one kind among those that are offered, or nothing: with few confirmed incidents,
 * with fewer than two features that were ever seen, one of them a word, or when it would be a guess.
 */
export function classify(
  model: Model,
  kind: Kind,
  report: { words: readonly string[]; serviceId?: string },
  isOffered: (value: string) => boolean,
): Decision | undefined {
  const { known, scores } = scored(model, kind, featuresOf(report.words, report.serviceId))
  const examples = scores.reduce((sum, score) => sum + score.examples, 0)
  if (examples < leastExamples || known.length < leastKnown || !known.some(isWord)) return undefined
  const candidates = scores.filter((score) => score.examples >= leastOfLabel && isOffered(score.value))
  const [best, next] = candidates
  if (!best || !next) return undefined
  const [confidence = 0] = probabilities(candidates, model.fits[kind].temperature)
  if (confidence < leastConfidence) return undefined
  const words = decidersOf(known, best, next).map(({ feature, weight }) => ({
    ...causeOf(feature, report.words),
    weight: Math.round(weight * 100) / 100,
  }))
  return { value: best.value, confidence: Math.round(confidence * 1000) / 1000, words }
}

function decidersOf(known: readonly string[], best: Score, next: Score) {
  return known
    .map((feature, place) => ({
      feature,
      weight: (best.weights[place] ?? 0) - (next.weights[place] ?? 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1))
    .slice(0, mostCauses)
}
