import * as z from 'zod/mini'
import { canonicalJson, sha256 } from '../runtime/hash.ts'
import type { Instant } from '../runtime/instant.ts'
import { type Alert, alertId } from './alert.ts'
import { AlertRowAnswer } from './answers.ts'
import {
  type Maintenance,
  maintenanceStates,
  Maintenance as Stored,
  stateOfMaintenance,
} from './maintenance.ts'
import { Window, windowAfter, windowAt } from './maintenance-windows.ts'
import { type Matcher, matchesAll } from './matcher.ts'
import { Silence, silenceStates, stateOfSilence } from './silence.ts'

const contentTag = (content: object): string => `"${sha256(canonicalJson(content)).slice(0, 22)}"`

export const SilenceAnswer = z.extend(z.omit(Silence, { noticeAt: true }), { state: z.enum(silenceStates) })

export const silenceAnswer = (one: Silence, now: Instant) => {
  const { noticeAt, ...shown } = one
  return { ...shown, state: stateOfSilence(one, now) }
}

/** Of what people see and change: its own timer does not make what they saw out of date. */
export const tagOfSilence = ({ matchers, reason, startsAt, endsAt, endedAt }: Silence): string =>
  contentTag({ matchers, reason, startsAt, endsAt, endedAt })

export const MaintenanceAnswer = z.extend(
  z.omit(Stored, { cutAt: true, running: true, lookedAt: true, begun: true }),
  {
    state: z.enum(maintenanceStates),
    /** The window that runs now. */
    current: z.optional(Window),
    /** The next one. */
    next: z.optional(Window),
  },
)

export const maintenanceAnswer = (one: Maintenance, now: Instant) => {
  const { cutAt, running, lookedAt, begun, ...shown } = one as z.infer<typeof Stored>
  const isOver = stateOfMaintenance(one, now) === 'ended'
  return {
    ...{ ...shown, state: stateOfMaintenance(one, now) },
    current: isOver ? undefined : windowAt(one, now),
    next: isOver ? undefined : windowAfter(one, now),
  }
}

export const tagOfMaintenance = (one: Maintenance): string => {
  const { version, running, lookedAt, begun, ...content } = one
  return contentTag(content)
}

/** What matchers would hold of the alerts that fire at this moment. */
export const HeldAnswer = z.object({
  count: z.int(),
  /** Whether all that fire were looked at; else the most severe were. */
  isComplete: z.boolean(),
  examples: z.array(z.omit(AlertRowAnswer, { heldBy: true })),
})

const mostExamples = 25

export function heldNow(
  matchers: readonly Matcher[],
  { alerts, isComplete }: { alerts: readonly Alert[]; isComplete: boolean },
): z.infer<typeof HeldAnswer> {
  const held = alerts.filter((alert) => matchesAll(matchers, alert))
  const examples = held.slice(0, mostExamples).map((alert) => {
    const { sourceId, title, status, severity, serviceId, teamId, firedAt, lastSeenAt } = alert
    return { id: alertId(alert), sourceId, title, status, severity, serviceId, teamId, firedAt, lastSeenAt }
  })
  return { count: held.length, isComplete, examples }
}
