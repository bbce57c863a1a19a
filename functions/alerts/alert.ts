import type { Instant } from '../runtime/instant.ts'
import type { Occurrence } from './occurrence.ts'

/** The stages that every firing alert goes through, in this order. */
export const stages = [
  'deduplicate',
  'flapping',
  'silence',
  'maintenance',
  'inhibit',
  'route',
  'group',
  'transient',
] as const
type Stage = (typeof stages)[number]

/** Why a stage let an alert pass, or what became of it there. `data` is what the sentence of the code names. */
export type Step = {
  stage: Stage
  verdict: 'passes' | 'waits' | 'stops'
  code: Code
  data?: Record<string, string | number>
}

/** Every reason that a stage can give; the portal has a sentence for each. */
export const codes = [
  'new',
  'fires_again',
  'still_firing',
  'resolved',
  'resolved_unseen',
  'ended_by_hand',
  'steady',
  'flapping',
  'not_silenced',
  'silenced',
  'no_maintenance',
  'in_maintenance',
  'not_inhibited',
  'inhibited',
  'rule',
  'source_default',
  'unrouted',
  'logged_only',
  'opens_group',
  'joins_group',
  'joins_incident',
  'waits',
  'ended_while_waiting',
  'opened_incident',
] as const
type Code = (typeof codes)[number]

/** What holds an alert back; once that ends, an alert that still fires goes on from there. */
type Hold = {
  by: 'silence' | 'maintenance' | 'inhibition' | 'flapping'
  id: string
  until?: Instant
  /** When it is asked again whether that still holds, whatever was missed. */
  asksAt: Instant
}

/** An alert as it stands: the last that its source said, and what became of it. */
export type Alert = Omit<Occurrence, 'receivedAt' | 'restates' | 'by'> & {
  /** When what changed it last had come in. */
  receivedAt?: Instant
  /** Rises with every write. */
  version: number
  firedAt: Instant
  resolvedAt?: Instant
  /** Noted at most every five minutes. */
  lastSeenAt: Instant
  /** When it changed between firing and resolved, the latest last; only as far back as flapping looks. */
  changes: readonly Instant[]
  /** The route it was given. */
  serviceId?: string
  teamId: string
  ruleId?: string
  hold?: Hold
  /** The group whose open count it is part of. */
  grouped?: { key: string; id: string; at: Instant }
  /** The group that it left as it ended. */
  wasGrouped?: { key: string; id: string }
  /** The counters of inhibition that it is part of while it fires. */
  inhibits?: readonly string[]
  way: readonly Step[]
}

export const alertId = ({ sourceId, fingerprint }: Pick<Alert, 'sourceId' | 'fingerprint'>): string =>
  `alr_${sourceId}.${fingerprint}`

/** @returns undefined for what is no id of an alert */
export function alertPlace(id: string): { sourceId: string; fingerprint: string } | undefined {
  const [, sourceId, fingerprint] = /^alr_(.{1,80})\.([0-9a-f]{32})$/.exec(id) ?? []
  return sourceId && fingerprint ? { sourceId, fingerprint } : undefined
}
