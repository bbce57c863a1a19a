import type { Instant } from '../runtime/instant.ts'
import { due } from './business-time.ts'
import type { Calendar } from './calendar.ts'
import type { ReasonedPause } from './ledger.ts'

export const clockStates = ['on_track', 'at_risk', 'breached', 'met', 'paused'] as const
export type ClockState = (typeof clockStates)[number]

/** What a head keeps of one clock. */
export type Clock = {
  policyId: string
  calendarId: string
  /** Promised, in counted minutes of the calendar. */
  minutes: number
  /** Not while it stands still. */
  dueAt?: Instant
  /** When what was promised was done, in time or not; a clock that has ended is never reckoned again. */
  endedAt?: Instant
  /** The highest percentage that has been passed. */
  warned?: number
}

/** A clock is at risk when this much of its time is gone, in percent, whatever warnings a policy asks for. */
const atRiskFrom = 75
const over = 100

/** How far through its time a clock is when something happens. */
export type Mark = { percent: number; at: Instant | undefined }

/** The instants at which a clock changes its state or somebody wants to hear of it, in order. */
export const marksOf = (
  calendar: Calendar,
  { startedAt, minutes, pauses }: { startedAt: Instant; minutes: number; pauses: readonly ReasonedPause[] },
  warnAtPercent: readonly number[] = [],
): Mark[] =>
  [...new Set([...warnAtPercent, atRiskFrom, over])]
    .sort((a, b) => a - b)
    .map((percent) => ({ percent, at: due(calendar, startedAt, (minutes * 60 * percent) / 100, pauses) }))

export const dueAmong = (marks: readonly Mark[]): Instant | undefined =>
  marks.find(({ percent }) => percent === over)?.at

/** The highest percentage that is behind. What ends at the very instant of its deadline is in time. */
export function passed(marks: readonly Mark[], now: Instant, endedAt: Instant | undefined): number {
  const isPassed = ({ at }: Mark) => at !== undefined && (endedAt ? at < endedAt : at <= now)
  return marks.findLast(isPassed)?.percent ?? 0
}

/** Of the percentages passed since the last one, the highest that somebody wants to hear of; over is always told. */
export const toldOf = (
  warnAtPercent: readonly number[],
  { from, to }: { from: number; to: number },
): number | undefined =>
  to >= over && from < over
    ? over
    : [...warnAtPercent].sort((a, b) => b - a).find((percent) => percent > from && percent <= to)

export function stateOf(
  { dueAt, endedAt, warned = 0 }: Pick<Clock, 'dueAt' | 'endedAt' | 'warned'>,
  { now, isPaused, passedPercent = warned }: { now: Instant; isPaused: boolean; passedPercent?: number },
): ClockState {
  if (endedAt) return dueAt && endedAt > dueAt ? 'breached' : 'met'
  if (dueAt && dueAt <= now) return 'breached'
  if (isPaused) return 'paused'
  return passedPercent >= atRiskFrom ? 'at_risk' : 'on_track'
}
