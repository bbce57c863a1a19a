import type { Incident } from '../incidents/incident.ts'
import type { Priority } from '../incidents/priority.ts'
import type { Text } from '../runtime/text.ts'
import { wordsIn } from '../triage/words.ts'
import type { RoutingRule } from './rule.ts'

/** What is known when an incident comes in. */
export type Facts = {
  title: string
  description?: string
  serviceId?: string
  categoryId?: string
  organisationId?: string
  priority: Priority
}

/** What the set-up says about where incidents enter. */
export type Ways = {
  routingRules: readonly RoutingRule[]
  defaultTeamId: string
  services: readonly { id: string; name: Text; teamId?: string }[]
  categories: readonly { id: string; parentId?: string }[]
  teams: readonly { id: string; name: string; onDemand: boolean }[]
}

/** The team that an incident enters, the rule that decided (if one did), and why in a sentence. */
export type Routed = { teamId: string; ruleId?: string; why: Text }

/**
 * The team that an incident enters: that of the first rule that applies, else that of its service, else the default.
 * A team that is not there (any more) or only helps on demand is passed over, so that nothing waits unseen.
 * Takes time in proportion to the text and the words of the rules.
 */
export function route(facts: Facts, ways: Ways): Routed {
  const asked = {
    ...facts,
    categoryIds: lineage(facts.categoryId, ways.categories),
    text: ` ${wordsIn(`${facts.title}\n${facts.description ?? ''}`).join(' ')} `,
  }
  const enters = (teamId: string | undefined): teamId is string =>
    ways.teams.some(({ id, onDemand }) => id === teamId && !onDemand)
  const rule = ways.routingRules.find((one) => enters(one.teamId) && applies(one, asked))
  if (rule) return { teamId: rule.teamId, ruleId: rule.id, why: becauseOf(rule, asked.text) }
  const service = ways.services.find(({ id }) => id === facts.serviceId)
  if (service && enters(service.teamId)) {
    return {
      teamId: service.teamId,
      why: {
        en: `No rule applies, so it goes to the team of the service “${service.name.en}”.`,
        de: `Keine Regel trifft zu, deshalb geht es an das Team des Service „${service.name.de}“.`,
      },
    }
  }
  return {
    teamId: ways.defaultTeamId,
    why: {
      en: 'No rule applies and no service names a team, so it goes to the default team.',
      de: 'Keine Regel trifft zu, und kein Service nennt ein Team, deshalb geht es an das Standardteam.',
    },
  }
}

/** The event that says which rule sent a new incident where it is. */
export const routedEvent = ({ createdAt }: Incident, { teamId, ruleId, why }: Routed) =>
  ({
    type: 'incident.routed',
    at: createdAt,
    by: { kind: 'system' },
    channel: 'system',
    visibility: 'internal',
    reason: why.en,
    after: { teamId, ruleId, why },
  }) as const

type Asked = Facts & { categoryIds: readonly string[]; text: string }

function applies({ when }: RoutingRule, asked: Asked): boolean {
  const among = (ids: readonly string[], id: string | undefined) =>
    ids.length === 0 || ids.some((one) => one === id)
  return (
    among(when.serviceIds, asked.serviceId) &&
    among(when.organisationIds, asked.organisationId) &&
    among(when.priorities, asked.priority) &&
    (when.categoryIds.length === 0 || asked.categoryIds.some((id) => when.categoryIds.includes(id))) &&
    (when.words.length === 0 || said(when.words, asked.text) !== undefined)
  )
}

/** The first of these words or phrases that the text has, whole, in whatever case and spelling of umlauts. */
const said = (phrases: readonly string[], text: string): string | undefined =>
  phrases.find((phrase) => {
    const words = wordsIn(phrase)
    return words.length > 0 && text.includes(` ${words.join(' ')} `)
  })

/** A category and those above it: a rule for a branch of the tree is for everything on it. */
function lineage(id: string | undefined, categories: Ways['categories']): string[] {
  const found: string[] = []
  for (let next = id; next !== undefined && !found.includes(next); ) {
    found.push(next)
    const current: string = next
    next = categories.find((category) => category.id === current)?.parentId
  }
  return found
}

function becauseOf({ name, when }: RoutingRule, text: string): Text {
  const word = said(when.words, text)
  return {
    en: `The rule “${name}” applies${word ? `: it says “${word}”` : ''}.`,
    de: `Die Regel „${name}“ trifft zu${word ? `: es enthält „${word}“` : ''}.`,
  }
}
