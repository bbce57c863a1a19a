import { type Kind, kinds, type Labels } from './kind.ts'

/** One confirmed incident as the classifier sees it: what stood in it, each feature once, and what it was. */
export type Example = { features: readonly string[]; labels: Labels }

/** One value of one kind: how many examples have it, and how many features they have together. */
type Label = { kind: Kind; value: string; examples: number; features: number }

/**
 * All that is learned: labels, and for each feature in how many examples of which label it stood, as pairs of
 * a label's place and a count. The kinds share the features; each is a model of its own.
 */
export type Counts = { labels: readonly Label[]; features: ReadonlyMap<string, readonly number[]> }

/** Laplace's one: every feature counts as seen once more than it was, because rare is not impossible. */
export const smoothing = 1

const nameOf = (kind: Kind, value: string) => `${kind} ${value}`
const namesOf = ({ labels }: Example): string[] =>
  kinds.flatMap((kind) => (labels[kind] === undefined ? [] : nameOf(kind, labels[kind])))

/** Counts examples; the same ones in any order give the same counts. */
export function count(examples: readonly Example[]): Counts {
  const labels = labelsOf(examples)
  const placeOf = new Map(labels.map(({ kind, value }, place) => [nameOf(kind, value), place]))
  const features = new Map<string, number[]>()
  for (const example of examples) {
    const places = namesOf(example).map((name) => placeOf.get(name) ?? 0)
    for (const feature of example.features) {
      const seen = features.get(feature) ?? new Array<number>(labels.length).fill(0)
      features.set(feature, seen)
      for (const place of places) seen[place] = (seen[place] ?? 0) + 1
    }
  }
  const sorted = [...features].sort(([a], [b]) => (a < b ? -1 : 1))
  return { labels, features: new Map(sorted.map(([feature, seen]) => [feature, pairsOf(seen)])) }
}

const pairsOf = (seen: readonly number[]) => seen.flatMap((n, place) => (n > 0 ? [place, n] : []))

function labelsOf(examples: readonly Example[]): Label[] {
  const found = new Map<string, Label>()
  for (const example of examples) {
    for (const kind of kinds) {
      const value = example.labels[kind]
      if (value === undefined) continue
      const name = nameOf(kind, value)
      const label = found.get(name) ?? { kind, value, examples: 0, features: 0 }
      found.set(name, {
        ...label,
        examples: label.examples + 1,
        features: label.features + example.features.length,
      })
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, label]) => label)
}

/** Labels that are told apart from other labels as one: those of a category and of all below it. */
export type Group = { value: string; places: readonly number[] }

/** Every value of a kind by itself. */
export const groupsOf = ({ labels }: Counts, kind: Kind): Group[] =>
  labels.flatMap((label, place) => (label.kind === kind ? { value: label.value, places: [place] } : []))

/** How much speaks for one group: `weights` are the parts of `score` that known features have, in their order. */
export type Score = { value: string; examples: number; score: number; weights: number[] }
export type Scores = { known: string[]; scores: Score[] }

/**
 * Complement naive Bayes: a feature speaks for a label by being rare in the examples of all *other* labels,
 * which suffers less than the plain kind when some labels have many more examples than others.
 * score(c) = log P(c) - sum over features of log((n(f, not c) + a) / (n(not c) + a V)), for V known features.
 * Rennie, Shih, Teevan, Karger 2003, "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", 4.1;
 * features count once for each example (their 4.2 goes further with logarithms, which short texts do not need).
 * Features that were never seen change nothing.
 */
export function scored(
  { labels, features: known }: Counts,
  groups: readonly Group[],
  features: readonly string[],
): Scores {
  const found = features.filter((feature) => known.has(feature))
  const seen = found.map((feature) => seenOf(known.get(feature) ?? []))
  const sumOf = (of: (label: Label) => number, places: readonly number[]) =>
    places.reduce((sum, place) => sum + (labels[place] ? of(labels[place]) : 0), 0)
  const everywhere = groups.flatMap(({ places }) => places)
  const all = sumOf((label) => label.features, everywhere)
  const examples = sumOf((label) => label.examples, everywhere)
  const times = (of: ReadonlyMap<number, number>, places: readonly number[]) =>
    places.reduce((sum, place) => sum + (of.get(place) ?? 0), 0)
  const totals = seen.map((of) => times(of, everywhere))
  const scores = groups.map(({ value, places }) => {
    const others = all - sumOf((label) => label.features, places) + smoothing * known.size
    const weights = seen.map(
      (of, at) => -Math.log(((totals[at] ?? 0) - times(of, places) + smoothing) / others),
    )
    const own = sumOf((label) => label.examples, places)
    const score = weights.reduce((sum, weight) => sum + weight, Math.log(own / examples))
    return { value, examples: own, score, weights }
  })
  return { known: found, scores: scores.sort((a, b) => b.score - a.score || (a.value < b.value ? -1 : 1)) }
}

const seenOf = (pairs: readonly number[]): Map<number, number> => {
  const seen = new Map<number, number>()
  for (let at = 0; at < pairs.length; at += 2) seen.set(pairs[at] ?? 0, pairs[at + 1] ?? 0)
  return seen
}
