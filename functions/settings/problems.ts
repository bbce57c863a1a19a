import { problemsOfRules as problemsOfAlertRules } from '../alerts/problems.ts'
import { problemsOfSources } from '../alerts/source-problems.ts'
import { type Problem, problem } from '../catalog/problem.ts'
import { problemsOfCategories, problemsOfKinds } from '../catalog/problems.ts'
import { problemsOfPolicies as problemsOfEscalation } from '../escalation/problems.ts'
import { problemsOfSchedules } from '../oncall/problems.ts'
import { problemsOfLevels, problemsOfRules } from '../routing/problems.ts'
import type { Text } from '../runtime/text.ts'
import { problemsOfCalendars, problemsOfPolicies } from '../sla/problems.ts'
import { problemsOfClosing, problemsOfMatrix } from './part-problems.ts'
import { referencesIn } from './references.ts'
import type { Settings } from './settings.ts'

type Check = (after: Settings, before: Settings) => (Problem & { kind?: 'error' | 'warning' })[]

/** What must hold in the settings as a whole. A noun adds its own line; a warning keeps nothing from being saved. */
const checks: readonly Check[] = [
  problemsOfIds,
  problemsOfReferences,
  ({ categories }) => problemsOfCategories(categories),
  ({ categories }, before) => problemsOfKinds(categories, before.categories),
  problemsOfMatrix,
  problemsOfClosing,
  ({ routingRules, ...known }) => problemsOfRules(routingRules, known),
  ({ teams }) => problemsOfLevels(teams),
  ({ calendars }) => problemsOfCalendars(calendars),
  ({ slaPolicies }) => problemsOfPolicies(slaPolicies),
  ({ schedules }) => problemsOfSchedules(schedules),
  ({ escalationPolicies, ...known }) => problemsOfEscalation(escalationPolicies, known),
  ({ alertRules }) => problemsOfAlertRules(alertRules),
  ({ alertSources }, before) => problemsOfSources(alertSources, before.alertSources),
  problemsOfSize,
]

/**
 * What would be wrong afterwards and was not before: what somebody left behind earlier
 * must not keep others from changing something else.
 */
export function newProblems(before: Settings, after: Settings): Problem[] {
  const old = new Set(errorsIn(before, before).map((one) => nameOf(one, before)))
  return errorsIn(after, before).filter((one) => !old.has(nameOf(one, after)))
}

/** What is worth a second look in one collection, though it may stay: the id of each item with a word about it. */
export function warningsIn(settings: Settings, part: Collection): { id: string; message: Text }[] {
  return checks
    .flatMap((check) => check(settings, settings))
    .flatMap(({ kind, path, message }) => {
      const [at, index] = path.split('.')
      const item = kind === 'warning' && at === part ? settings[part][Number(index)] : undefined
      return item ? [{ id: item.id, message }] : []
    })
}

function errorsIn(settings: Settings, before: Settings): Problem[] {
  const errors = checks.flatMap((check) => check(settings, before)).filter(({ kind }) => kind !== 'warning')
  return errors
    .filter(({ path }, index) => errors.findIndex((one) => one.path === path) === index)
    .map(({ path, message }) => ({ path, message }))
}

/** A problem by the id of its item, so that moving the item does not make it another one. */
function nameOf({ path, message }: Problem, settings: Settings): string {
  const named = path.replace(/^(\w+)\.(\d+)\./, (whole, part: string, index: string) => {
    const items = settings[part as keyof Settings]
    const item = Array.isArray(items) ? items[Number(index)] : undefined
    return item ? `${part}.${item.id}.` : whole
  })
  return `${named} ${message.en}`
}

const collections = [
  'services',
  'categories',
  'teams',
  'components',
  'calendars',
  'slaPolicies',
  'routingRules',
  'escalationPolicies',
  'schedules',
  'triggerDefaults',
  'alertRules',
  'alertSources',
] as const
type Collection = (typeof collections)[number]

function problemsOfIds(settings: Settings): Problem[] {
  return collections.flatMap((part) =>
    settings[part].flatMap(({ id }, index) =>
      settings[part].findIndex((one) => one.id === id) === index
        ? []
        : [problem(`${part}.${index}.id`, `“${id}” is there already.`, `„${id}“ gibt es schon.`)],
    ),
  )
}

function problemsOfReferences(settings: Settings): Problem[] {
  return referencesIn(settings)
    .filter(({ to, id }) => !settings[to].some((one) => one.id === id))
    .map(({ id, path }) =>
      problem(
        path,
        `“${id}” does not exist here. Choose one from the list.`,
        `„${id}“ gibt es hier nicht. Wählen Sie einen Eintrag aus der Liste.`,
      ),
    )
}

/** The table keeps up to 400 KB in one item, and each part is one. */
const largestPart = 350_000

function problemsOfSize(settings: Settings): Problem[] {
  return Object.entries(settings)
    .filter(([, value]) => JSON.stringify(value).length > largestPart)
    .map(([part]) => problem(part, 'There is no room for more here.', 'Hier ist kein Platz für mehr.'))
}
