import type { Confirmed, Suggested } from './example.ts'
import { type Kind, kinds } from './kind.ts'
import { pathOf, type Tree } from './tree.ts'

/** A confirmed incident of one kind: what it was, and what triage had suggested if anything. */
type Outcome = { id: string; actual: string; suggested?: Suggested }

const mostConfusions = 8
const mostIds = 20
const bins = [0, 0.5, 0.6, 0.7, 0.8, 0.9]

/** How suggestions of one kind compare with what incidents turned out to be. Shares are between 0 and 1. */
export type Accuracy = {
  kind: Kind
  /** Confirmed incidents that triage had looked at. */
  outcomes: number
  suggested: number
  agreed: number
  /** Not the same, but of the same branch at the top of the tree of categories. */
  near: number
  /** Put there by triage, and how many of those still stood at the end. */
  applied: number
  kept: number
  /** Of the suggestions, how many agreed; of the outcomes, how many had a suggestion. */
  share?: number
  coverage?: number
  /** What always naming the most frequent value would have got right, of all outcomes. */
  baseline?: { value: string; share: number }
  confusions: { suggested: string; actual: string; count: number; incidentIds: string[] }[]
  /** Suggestions by confidence: in a calibrated classifier, `agreed / suggested` is near `confidence`. */
  bins: { from: number; suggested: number; agreed: number; confidence: number; share: number }[]
}

/** Recomputed from the incidents themselves each time: nothing is counted up. */
export function accuracyOf(confirmed: readonly Confirmed[], tree: Tree): Accuracy[] {
  const looked = confirmed.filter(({ suggested, looked: nothing }) => suggested !== undefined || nothing)
  return kinds.map((kind) => {
    const outcomes = looked.flatMap(({ id, labels, suggested }): Outcome[] => {
      const actual = labels[kind]
      return actual === undefined ? [] : [{ id, actual, suggested: suggested?.[kind] }]
    })
    return accuracyIn(kind, outcomes, tree)
  })
}

function accuracyIn(kind: Kind, outcomes: readonly Outcome[], tree: Tree): Accuracy {
  const made = outcomes.flatMap((outcome) =>
    outcome.suggested
      ? [{ ...outcome, ...outcome.suggested, agrees: outcome.suggested.value === outcome.actual }]
      : [],
  )
  const agreed = made.filter(({ agrees }) => agrees)
  const applied = made.filter((one) => one.applied)
  const [top] = frequencies(outcomes.map(({ actual }) => actual))
  return {
    kind,
    outcomes: outcomes.length,
    suggested: made.length,
    agreed: agreed.length,
    near: made.filter(
      ({ value, actual, agrees }) => !agrees && pathOf(tree, value)[0] === pathOf(tree, actual)[0],
    ).length,
    applied: applied.length,
    kept: applied.filter(({ agrees }) => agrees).length,
    share: shareOf(agreed.length, made.length),
    coverage: shareOf(made.length, outcomes.length),
    baseline: top && { value: top[0], share: round(top[1].length / outcomes.length) },
    confusions: frequencies(
      made.filter(({ agrees }) => !agrees).map(({ value, actual }) => `${value}\n${actual}`),
    )
      .slice(0, mostConfusions)
      .map(([pair, places]) => confusion(pair, places.length, made)),
    bins: bins.flatMap((from, place) => {
      const within = made.filter(
        ({ confidence }) => confidence >= from && confidence < (bins[place + 1] ?? 2),
      )
      if (within.length === 0) return []
      const right = within.filter(({ agrees }) => agrees).length
      const mean = within.reduce((sum, { confidence }) => sum + confidence, 0) / within.length
      return [
        {
          from,
          suggested: within.length,
          agreed: right,
          confidence: round(mean),
          share: round(right / within.length),
        },
      ]
    }),
  }
}

function confusion(pair: string, count: number, made: readonly (Outcome & { value: string })[]) {
  const [suggested = '', actual = ''] = pair.split('\n')
  const ids = made.filter((one) => one.value === suggested && one.actual === actual).map(({ id }) => id)
  return { suggested, actual, count, incidentIds: ids.slice(-mostIds) }
}

/** Values with the places where they stand, the most frequent first. */
function frequencies(values: readonly string[]): [string, number[]][] {
  const found = new Map<string, number[]>()
  values.forEach((value, place) => {
    found.set(value, [...(found.get(value) ?? []), place])
  })
  return [...found].sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
}

const round = (share: number) => Math.round(share * 1000) / 1000
const shareOf = (part: number, whole: number) => (whole === 0 ? undefined : round(part / whole))
