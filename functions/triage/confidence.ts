import type { Score } from './bayes.ts'

/** The scores of an example that was not learned from, and what it really was. */
export type Trial = { scores: readonly Score[]; truth: string }

/**
 * How likely each score is right, given that one of them is. Naive Bayes counts words as if each were said
 * independently, so its own probabilities are nearly always 0 or 1; dividing the scores by a temperature above 1
 * tempers them without changing their order (Guo, Pleiss, Sun, Weinberger 2017, "On Calibration of Modern Neural
 * Networks", 4.2).
 */
export function probabilities(scores: readonly Pick<Score, 'score'>[], temperature: number): number[] {
  const best = Math.max(...scores.map(({ score }) => score))
  const parts = scores.map(({ score }) => Math.exp((score - best) / temperature))
  const sum = parts.reduce((a, b) => a + b, 0)
  return parts.map((part) => part / sum)
}

/** A quarter of an octave apart, from half as bold as naive Bayes would be timid to 64 times more careful. */
const temperatures = Array.from({ length: 29 }, (_, step) => 2 ** (step / 4 - 1))
/** Nobody is surer than this of what they have not seen. */
const leastProbability = 1e-6

/** Mean surprise at the truth, in nats. */
export function logLoss(trials: readonly Trial[], temperature: number): number {
  const losses = trials.map(({ scores, truth }) => {
    const place = scores.findIndex(({ value }) => value === truth)
    const probability = probabilities(scores, temperature)[place] ?? 0
    return -Math.log(Math.max(probability, leastProbability))
  })
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length
}

/** The temperature that is least surprised by the trials; without trials a careful one. */
export function fittedTemperature(trials: readonly Trial[]): number {
  if (trials.length === 0) return 4
  const losses = temperatures.map((temperature) => logLoss(trials, temperature))
  return temperatures[losses.indexOf(Math.min(...losses))] ?? 4
}
