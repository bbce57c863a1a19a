import type { Priority } from '../incidents/priority.ts'
import { type Routed, route, type Ways } from '../routing/route.ts'
import { sha256Hex } from '../runtime/hash.ts'
import { factOf, matchesAll } from './matcher.ts'
import type { Occurrence, Severity } from './occurrence.ts'
import type { AlertRule, RouteRule, Treatment } from './rule.ts'
import type { Source } from './source.ts'

/** What the set-up says about alerts. */
export type AlertSetup = Omit<Ways, 'services'> & {
  alertSources: readonly Source[]
  alertRules: readonly AlertRule[]
  services: readonly (Ways['services'][number] & { retired: boolean })[]
}

type Subject = Pick<Occurrence, 'sourceId' | 'title' | 'summary' | 'severity' | 'labels' | 'group'>

/** What is done with one alert, with nothing left open. */
export type Treated = Required<
  Pick<Treatment, 'windowMinutes' | 'waitSeconds' | 'transientSeconds' | 'flapping' | 'opens'>
> & {
  /** Whose word it was: a rule's, the source's, or nobody's. */
  by: 'rule' | 'source_default' | 'unrouted'
  ruleId?: string
  serviceId?: string
  teamId: string
  priority: Priority
  groupKey: string
}

const defaultPriorities: Record<Severity, Priority> = {
  critical: 'P1',
  error: 'P2',
  warning: 'P3',
  info: 'P4',
}

const defaults = {
  windowMinutes: 5,
  waitSeconds: 30,
  transientSeconds: 0,
  flapping: { changes: 4, minutes: 30 },
  opens: 'incident',
} as const

const known = new WeakMap<AlertSetup, WeakMap<Subject, Treated>>()

/** The first rule that matches counts, over what its source says, over the product's own defaults. Worked out once. */
export function treatmentOf(alert: Subject, setup: AlertSetup): Treated {
  const ofSetup = known.get(setup) ?? new WeakMap<Subject, Treated>()
  known.set(setup, ofSetup)
  const treated = ofSetup.get(alert) ?? workedOut(alert, setup)
  ofSetup.set(alert, treated)
  return treated
}

function workedOut(alert: Subject, setup: AlertSetup): Treated {
  const rule = setup.alertRules.find(
    (one): one is RouteRule => one.kind === 'route' && matchesAll(one.when, alert),
  )
  const source = setup.alertSources.find(({ id }) => id === alert.sourceId)
  const said: Treatment = { ...source?.treatment, ...definedIn(rule?.treatment ?? {}) }
  const serviceId = said.serviceId ?? serviceNamed(alert, setup)
  const priority = said.priorities?.[alert.severity] ?? defaultPriorities[alert.severity]
  const incident = { title: alert.title, description: alert.summary, serviceId, priority }
  const teamId = said.teamId ?? teamNamed(alert, setup)
  const routed: Pick<Routed, 'teamId' | 'ruleId'> = teamId ? { teamId } : route(incident, setup)
  const isRouted = Boolean(teamId ?? serviceId ?? routed.ruleId)
  return {
    ...defaults,
    ...definedIn(said),
    by: !isRouted ? 'unrouted' : rule ? 'rule' : 'source_default',
    ruleId: rule?.id,
    serviceId,
    teamId: routed.teamId,
    priority,
    groupKey: groupKeyOf(alert, said.groupBy, { owner: rule?.id ?? alert.sourceId, serviceId }),
  }
}

/** A label `service` that is the id of a service says which one it is about. */
const serviceNamed = ({ labels }: Subject, { services }: AlertSetup): string | undefined =>
  services.find(({ id, retired }) => id === labels.service && !retired)?.id

/** A label `team` that is the id of a team that watches a queue says who it is for. */
const teamNamed = ({ labels }: Subject, { teams }: AlertSetup): string | undefined =>
  teams.find(({ id, onDemand }) => id === labels.team && !onDemand)?.id

/** Alerts with equal keys are one problem: 32 hexadecimal digits. */
function groupKeyOf(
  alert: Subject,
  groupBy: readonly string[] | undefined,
  { owner, serviceId = '' }: { owner: string; serviceId: string | undefined },
): string {
  const parts = groupBy
    ? groupBy.map((label) => (label === '@service' ? serviceId : factOf(label, alert)))
    : [serviceId, alert.group ?? (alert.labels.alertname || alert.title)]
  return sha256Hex(JSON.stringify([owner, ...parts])).slice(0, 32)
}

const definedIn = <Some extends object>(some: Some): Some =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Some
