import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import { StepAnswer } from './answers.ts'
import type { Maintaining, Silencing } from './control.ts'
import type { Occurrence } from './occurrence.ts'
import { type Replayed, replay } from './replay.ts'
import { type AlertRule, AlertRuleDraft } from './rule.ts'
import type { AlertSetup } from './treatment.ts'

const mostRules = 500
const mostOpened = 10

/** Rules to try: all of them, or one that stands among those in force, at a place or where it stood. */
export const TrialRequest = z.object({
  rules: z.optional(z.array(AlertRuleDraft).check(z.maxLength(mostRules))),
  rule: z.optional(AlertRuleDraft),
  place: z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(mostRules))),
})
export type TrialRequest = z.infer<typeof TrialRequest>

const Example = z.object({ title: z.string(), at: z.string(), way: z.array(StepAnswer) })
const Side = z.object({
  /** How many incidents alerts would have opened. */
  incidents: z.int(),
  /** Some of them. */
  examples: z.array(
    z.object({ at: z.string(), title: z.string(), teamId: z.string(), priority: z.string() }),
  ),
})
const Caught = { alerts: z.int(), alertsBefore: z.int(), examples: z.array(Example) }

export const TrialAnswer = z.object({
  from: z.string(),
  to: z.string(),
  /** How often alerts fired in that time. */
  alerts: z.int(),
  /** Whether all of them were looked at; else the latest were. */
  isComplete: z.boolean(),
  before: Side,
  after: Side,
  /** What each rule catches, or, of one that inhibits, holds. */
  rules: z.array(
    z.object({ id: z.string(), name: z.string(), kind: z.enum(['route', 'inhibit']), ...Caught }),
  ),
  /** What no rule catches; its source says what is done with it. */
  rest: z.object(Caught),
})

/** What sources said, and what held alerts back meanwhile. */
export type Week = {
  from: Instant
  to: Instant
  log: readonly Occurrence[]
  isComplete: boolean
  silences: readonly Silencing[]
  maintenances: readonly Maintaining[]
}

/** The rules as they would be. */
export function rulesTried(inForce: readonly AlertRule[], { rules, rule, place }: TrialRequest): AlertRule[] {
  const base: readonly AlertRuleDraft[] = rules ?? inForce
  if (!rule) return named(base)
  const stood = rule.id === undefined ? -1 : base.findIndex(({ id }) => id === rule.id)
  const others = base.filter((_, index) => index !== stood)
  return named(others.toSpliced(place ?? (stood < 0 ? others.length : stood), 0, rule))
}

const named = (rules: readonly AlertRuleDraft[]): AlertRule[] =>
  rules.map((rule, index) => ({ ...rule, id: rule.id ?? `arl_tried_${index + 1}` }))

/** What would have become of what was said under these rules, beside what those in force make of it. */
export function trial(
  week: Week,
  setup: AlertSetup,
  rules: readonly AlertRule[],
): z.infer<typeof TrialAnswer> {
  const { from, to, log, isComplete, ...controls } = week
  const isSame = JSON.stringify(rules) === JSON.stringify(setup.alertRules)
  const before = replay(log, setup, controls)
  const after = isSame ? before : replay(log, { ...setup, alertRules: [...rules] }, controls)
  const caughtBy = (id: string) => {
    const found = after.caught.get(id)
    return {
      alerts: found?.firings ?? 0,
      alertsBefore: before.caught.get(id)?.firings ?? 0,
      examples: (found?.examples ?? []).map(({ way, ...example }) => ({ ...example, way: [...way] })),
    }
  }
  return {
    ...{ from, to, alerts: after.firings, isComplete },
    ...{ before: sideOf(before), after: sideOf(after) },
    rules: rules.map(({ id, name, kind }) => ({ id, name, kind, ...caughtBy(id) })),
    rest: caughtBy(''),
  }
}

const sideOf = ({ incidents }: Replayed) => ({
  incidents: incidents.length,
  examples: incidents
    .slice(0, mostOpened)
    .map(({ at, title, teamId, priority }) => ({ at, title, teamId, priority })),
})
