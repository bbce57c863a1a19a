import { classify, type Decider } from './classify.ts'
import { keptWords, type Report } from './features.ts'
import { type Kind, kinds, type Labels } from './kind.ts'
import type { Model } from './model.ts'
import { matchRule } from './rules.ts'
import { type Tree, treeOf } from './tree.ts'
import type { TriageRule, TriageSettings } from './triage-settings.ts'

/** One suggested value. A rule is certain; the classifier says how sure it is. */
export type Field = {
  name: Kind
  value: string
  confidence: number
  by: 'rule' | 'classifier'
  words: Decider[]
}
export type Suggestion = { fields: Field[]; ruleId?: string }

/** What may be suggested now: categories and teams that are there and in use. */
export type Offer = (kind: Kind, value: string) => boolean

export type Knowledge = {
  rules: readonly TriageRule[]
  model: Model | undefined
  offers: Offer
  tree: Tree
}

/**
 * What a report is about, who should have it, and how bad it is. The first rule that fits decides;
 * what it leaves open is for the classifier. What neither is sure of is left out.
 */
export function suggest(
  report: Report & { sender?: string },
  { rules, model, offers, tree }: Knowledge,
): Suggestion {
  const match = matchRule(rules, report)
  const words = keptWords(report)
  const fields = kinds.flatMap((name): Field[] => {
    const ruled = match?.rule.suggest[name]
    if (match && ruled !== undefined && offers(name, ruled)) {
      return [{ name, value: ruled, confidence: 1, by: 'rule', words: match.words }]
    }
    const offered = { offers: (value: string) => offers(name, value), tree }
    const decision = model && classify(model, name, { words, serviceId: report.serviceId }, offered)
    return decision ? [{ name, by: 'classifier', ...decision }] : []
  })
  return { fields, ...(fields.some(({ by }) => by === 'rule') && { ruleId: match?.rule.id }) }
}

export const labelsOf = ({ fields }: Suggestion): Labels =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]))

/** The settings as triage reads them. */
export type Organisation = {
  triage: Pick<TriageSettings, 'rules'>
  categories: readonly { id: string; parentId?: string; retired: boolean }[]
  teams: readonly { id: string; onDemand?: boolean }[]
}

/** What is known of an organisation: its rules, its catalog and teams, and what was learned. */
export const knowledgeOf = (
  { triage, categories, teams }: Organisation,
  model: Model | undefined,
): Knowledge => ({
  rules: triage.rules,
  model,
  offers: offersOf({ categories, teams }),
  tree: treeOf(categories),
})

/** The catalog and the teams as a suggestion may name them. */
export function offersOf(settings: Pick<Organisation, 'categories' | 'teams'>): Offer {
  const categories = new Set(settings.categories.filter(({ retired }) => !retired).map(({ id }) => id))
  const teams = new Set(settings.teams.filter(({ onDemand }) => !onDemand).map(({ id }) => id))
  return (kind, value) =>
    kind === 'categoryId' ? categories.has(value) : kind === 'teamId' ? teams.has(value) : true
}
