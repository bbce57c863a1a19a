import { type Example, scored } from '../../../functions/triage/bayes.ts'
import { featuresOf, keptWords } from '../../../functions/triage/features.ts'
import { type Kind, kinds, type Labels } from '../../../functions/triage/kind.ts'
import type { Model } from '../../../functions/triage/model.ts'
import { labelsOf, suggest } from '../../../functions/triage/suggest.ts'
import { branchesOf, pathOf, type Tree, treeOf } from '../../../functions/triage/tree.ts'
import { historyOf } from '../../../infra/local/demo/history/history.ts'
import { demoSettings } from '../../support/api.ts'

export const tree: Tree = treeOf(demoSettings.categories)
export const topOf = (categoryId: string): string => pathOf(tree, categoryId)[0] ?? categoryId

/** An incident of the demo history as it was reported, and how it stood when it was resolved. */
export type Historic = {
  template: string
  heldOut: boolean
  title: string
  description?: string
  serviceId?: string
  labels: Labels
}

/** What was resolved in a history of so many incidents; the rest was canceled or is open and teaches nothing. */
export function resolvedOf(seed: number, count: number): Historic[] {
  return historyOf(seed, count).flatMap(({ template, heldOut, report, categoryId, deeds }): Historic[] => {
    const end = deeds.findLast(({ with: { to } }) => to !== undefined)?.with.to
    if (end !== 'resolved' && end !== 'closed') return []
    const standing = Object.assign(
      {},
      report,
      { teamId: 'team_service_desk' },
      ...deeds.map((deed) => deed.with),
    )
    const { title, description, serviceId } = report
    const { teamId, impact, urgency } = standing as Labels
    return [
      { template, heldOut, title, description, serviceId, labels: { categoryId, teamId, impact, urgency } },
    ]
  })
}

export const exampleOf = (one: Historic): Example => ({
  features: featuresOf(keptWords(one), one.serviceId),
  labels: one.labels,
})

type Figures = { outcomes: number; suggested: number; agreed: number; baseline: number }
export type Measured = Record<Kind | 'top', Figures> & { bins: Bin[] }
type Bin = { from: number; suggested: number; confidence: number; agreed: number }
const edges = [0.5, 0.6, 0.7, 0.8, 0.9]

/** How suggestions compare with what incidents turned out to be; `top` is the category at the top of the tree. */
export function measured(model: Model, asked: readonly Historic[]): Measured {
  const pairs = asked.map((one) => {
    const suggestion = suggest(one, { rules: [], model, offers: () => true, tree })
    const confidence = suggestion.fields.find(({ name }) => name === 'categoryId')?.confidence ?? 0
    return { said: labelsOf(suggestion), was: one.labels, confidence }
  })
  const figuresOf = (read: (labels: Labels) => string | undefined): Figures => {
    const known = pairs.filter(({ was }) => read(was) !== undefined)
    const made = known.filter(({ said }) => read(said) !== undefined)
    const counts = Map.groupBy(known, ({ was }) => read(was))
    return {
      outcomes: known.length,
      suggested: made.length,
      agreed: made.filter(({ said, was }) => read(said) === read(was)).length,
      baseline: Math.max(...[...counts.values()].map(({ length }) => length)) / known.length,
    }
  }
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, figuresOf((labels) => labels[kind])]))
  const top = figuresOf(({ categoryId }) => categoryId && topOf(categoryId))
  const bins = edges.map((from, place): Bin => {
    const to = edges[place + 1] ?? 2
    const within = pairs.filter(
      ({ said, confidence }) => said.categoryId && confidence >= from && confidence < to,
    )
    const sum = within.reduce((total, { confidence }) => total + confidence, 0)
    const right = within.filter(({ said, was }) => isRight(said.categoryId, was.categoryId)).length
    return { from, suggested: within.length, confidence: sum / within.length, agreed: right / within.length }
  })
  return { ...(byKind as Record<Kind, Figures>), top, bins }
}

/** A suggestion that names the category or one above it is right as far as it goes. */
const isRight = (said = '', was = '') => pathOf(tree, was).includes(said)

/** The best guess for every one of them, also where triage would rather say nothing: shares that were right. */
export function guessed(model: Model, asked: readonly Historic[]): { top: number; categoryId: number } {
  const right = { top: 0, categoryId: 0 }
  for (const one of asked) {
    const { categoryId = '' } = one.labels
    const guess = guessFor(model, one)
    if (guess === categoryId) right.categoryId += 1
    if (topOf(guess) === topOf(categoryId)) right.top += 1
  }
  return { top: right.top / asked.length, categoryId: right.categoryId / asked.length }
}

function guessFor(model: Model, one: Historic): string {
  const { features } = exampleOf(one)
  let guess: string | undefined
  for (let depth = 0; depth < 6; depth++) {
    const branches = branchesOf(model, tree, guess, () => true)
    const next = scored(model, branches, features).scores[0]?.value
    if (next === undefined || next === guess) break
    guess = next
  }
  return guess ?? ''
}
