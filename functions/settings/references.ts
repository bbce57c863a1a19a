import type { Matcher } from '../alerts/matcher.ts'
import type { AlertRule } from '../alerts/rule.ts'
import type { Text } from '../runtime/text.ts'
import type { Settings } from './settings.ts'

/** What one part of the settings names of another. `holder` is who names it, `within` where in the holder. */
export type Reference = { to: Target; id: string; path: string; holder: Text; holderId?: string }
type Target = 'services' | 'categories' | 'teams' | 'calendars' | 'components' | 'schedules' | 'alertSources'

const nameOf = (name: string | Text): Text => (typeof name === 'string' ? { en: name, de: name } : name)

/** Every place in the settings that names something else in them: the one list behind "does not exist" and "is in use". */
export function referencesIn(settings: Settings): Reference[] {
  const {
    services,
    categories,
    teams,
    slaPolicies,
    routingRules,
    escalationPolicies,
    schedules,
    triage,
    triggerDefaults,
    alertRules,
    alertSources,
  } = settings
  const each = <Item extends { id: string; name: string | Text }>(
    part: string,
    items: readonly Item[],
    named: (item: Item) => (readonly [Target, string, string | undefined | readonly string[]])[],
  ): Reference[] =>
    items.flatMap((item, index) =>
      named(item).flatMap(([to, path, ids]) =>
        [ids ?? []].flat().map((id) => ({
          to,
          id,
          path: `${part}.${index}.${path}`,
          holder: nameOf(item.name),
          holderId: item.id,
        })),
      ),
    )
  return [
    {
      to: 'teams',
      id: settings.defaultTeamId,
      path: 'defaultTeamId',
      holder: nameOf(settings.organisationName),
    },
    ...each('services', services, (service) => [
      ['teams', 'teamId', service.teamId],
      ['components', 'componentIds', service.componentIds],
    ]),
    ...each('categories', categories, ({ parentId }) => [['categories', 'parentId', parentId]]),
    ...each('teams', teams, ({ escalatesTo }) => [['teams', 'escalatesTo', escalatesTo]]),
    ...each('slaPolicies', slaPolicies, ({ serviceIds, targets }) => [
      ['services', 'serviceIds', serviceIds],
      ...Object.entries(targets).map(
        ([priority, target]) => ['calendars', `targets.${priority}.calendarId`, target?.calendarId] as const,
      ),
    ]),
    ...each('routingRules', routingRules, ({ when, teamId }) => [
      ['services', 'when.serviceIds', when.serviceIds],
      ['categories', 'when.categoryIds', when.categoryIds],
      ['teams', 'teamId', teamId],
    ]),
    ...each('triage.rules', triage.rules, ({ when, suggest }) => [
      ['services', 'when.serviceIds', when.serviceIds],
      ['categories', 'suggest.categoryId', suggest.categoryId],
      ['teams', 'suggest.teamId', suggest.teamId],
    ]),
    ...each('triggerDefaults', triggerDefaults, ({ where }) => [
      ['teams', 'where.teamIds', where.teamIds],
      ['services', 'where.serviceIds', where.serviceIds],
      ['categories', 'where.categoryIds', where.categoryIds],
    ]),
    ...each('alertSources', alertSources, ({ treatment }) => [
      ['services', 'treatment.serviceId', treatment.serviceId],
      ['teams', 'treatment.teamId', treatment.teamId],
    ]),
    ...each('alertRules', alertRules, sourcesNamed),
    ...each('alertRules', alertRules, (rule) =>
      rule.kind === 'route'
        ? [
            ['services', 'treatment.serviceId', rule.treatment.serviceId],
            ['teams', 'treatment.teamId', rule.treatment.teamId],
          ]
        : [],
    ),
    ...each('schedules', schedules, ({ teamId }) => [['teams', 'teamId', teamId]]),
    ...each('escalationPolicies', escalationPolicies, ({ steps }) =>
      steps.flatMap(({ targets, when }, step) => [
        ['calendars', `steps.${step}.when.calendar.id`, when?.calendar?.id] as const,
        ...targets.map((target, index) => {
          const path = `steps.${step}.targets.${index}.id`
          if (target.kind === 'team') return ['teams', path, target.id] as const
          return ['schedules', path, target.kind === 'schedule' ? target.id : undefined] as const
        }),
      ]),
    ),
  ]
}

/** The sources that a rule asks for by their id; what heartbeats say has no source that is set up. */
const sourcesNamed = (rule: AlertRule) => {
  const matchers: Record<string, readonly Matcher[]> =
    rule.kind === 'route' ? { when: rule.when } : { cause: rule.cause, symptom: rule.symptom }
  return Object.entries(matchers).flatMap(([part, all]) =>
    all.flatMap(({ label, op, value }, index) =>
      label === '@source' && (op === 'is' || op === 'is_not') && value !== '' && value !== 'heartbeats'
        ? [['alertSources', `${part}.${index}.value`, value] as const]
        : [],
    ),
  )
}

/** What names this thing, apart from itself and from what is retired. */
export function usesOf(to: string, id: string, settings: Settings): Reference[] {
  const retired = new Set(
    [...settings.services, ...settings.categories, ...settings.alertSources]
      .filter((one) => one.retired)
      .map((one) => one.id),
  )
  return referencesIn(settings).filter(
    (one) => one.to === to && one.id === id && one.holderId !== id && !retired.has(one.holderId ?? ''),
  )
}
