import type * as z from 'zod/mini'
import type * as answers from '../../../functions/alerts/answers.ts'
import type * as controls from '../../../functions/alerts/control-answers.ts'
import type { HeartbeatAnswer } from '../../../functions/alerts/heartbeat-answer.ts'
import type { Matcher } from '../../../functions/alerts/matcher.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import type { Reason } from '../../../functions/alerts/refused.ts'
import type { TrialAnswer } from '../../../functions/alerts/rule-trial.ts'
import type { Mapping, Source, SourceKind } from '../../../functions/alerts/source.ts'

export type { Mapping, Matcher, Occurrence, Reason, Source, SourceKind }

export type AlertRow = z.infer<typeof answers.AlertRowAnswer>
export type Alert = z.infer<typeof answers.AlertAnswer>
export type Step = z.infer<typeof answers.StepAnswer>
export type Severity = AlertRow['severity']

export const severities = ['critical', 'error', 'warning', 'info'] as const satisfies readonly Severity[]

export const sourceKinds = [
  'alertmanager',
  'grafana',
  'cloudwatch',
  'eventbridge',
  'generic',
  'mail',
] as const satisfies readonly SourceKind[]

/** What alerts of heartbeats say that they come from. */
export const heartbeatSource = 'heartbeats'

export type Storm = { startedAt: string; requests: number; endedAt?: string }

type Counts = {
  requests: number
  accepted: number
  truncated: number
  refused: Partial<Record<Reason, number>>
}

/** What came from a source in the last 24 hours. */
export type Traffic = Counts & {
  lastAt?: string
  hours: (Counts & { at: string })[]
  storm?: Storm
  keys?: {
    createdAt: string
    createdBy: { id: string; name: string }
    expiresAt?: string
    lastFour: string
  }[]
  captured?: { at: string; outcome: 'accepted' | Reason; text: string; isCut?: boolean }
}

/** How a source is sent to with a new key: shown once. */
export type Sending = { key?: string; url?: string; address?: string; previousExpiresAt?: string }

export type Silence = z.infer<typeof controls.SilenceAnswer>
export type Maintenance = z.infer<typeof controls.MaintenanceAnswer>
/** What would be held of what fires now. */
export type Held = z.infer<typeof controls.HeldAnswer>
export type Heartbeat = z.infer<typeof HeartbeatAnswer>

/** What the last week would have been under some rules. */
export type RuleTrial = z.infer<typeof TrialAnswer>
