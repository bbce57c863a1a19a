import { after, days, hours, type Instant, minutes } from '../runtime/instant.ts'
import { type Reason, reasons } from './refused.ts'

/** What a source sent in one hour of the clock. `requests` are those that were taken. */
export type Hour = {
  at: Instant
  requests: number
  accepted: number
  truncated: number
  /** Alerts that were refused while others of their request were taken. */
  leftOut: number
  refused: Partial<Record<Reason, number>>
  lastAt?: Instant
}

/** A source that sends more requests than this in five minutes of the clock is in a storm. */
export const stormAbove = 300
const windowMinutes = 5
const shown = hours(24)
export const keptHours = days(30)

/** What is kept of a request for the mapping editor. */
export const mostCaptured = 64 * 1024
/** How long the last accepted request stands before the next one takes its place. */
export const captureEvery = minutes(1)

export const hourOf = (at: Instant): Instant => `${at.slice(0, 13)}:00:00.000Z`

/** Which five minutes of its hour an instant is in, 0 to 11. */
export const windowOf = (at: Instant): number => Math.floor(Number(at.slice(14, 16)) / windowMinutes)

/** The five minutes of the clock as a number that only rises. */
export const windowCount = (at: Instant): number => Math.floor(Date.parse(at) / minutes(windowMinutes))

/** When the five minutes of the clock around an instant end. */
export const windowEnd = (at: Instant): Instant =>
  new Date((windowCount(at) + 1) * minutes(windowMinutes)).toISOString()

/** An instant within the five minutes before those around an instant. */
export const windowBefore = (at: Instant): Instant => after(at, -minutes(windowMinutes))

/** What of these hours counts for the last 24, together. */
export function summed(all: readonly Hour[], now: Instant) {
  const from = after(hourOf(now), -shown + hours(1))
  const counted = all.filter(({ at }) => at >= from)
  const sum = (of: (hour: Hour) => number) => counted.reduce((total, hour) => total + of(hour), 0)
  const refused = Object.fromEntries(
    reasons.flatMap((reason) => {
      const count = sum((hour) => hour.refused[reason] ?? 0)
      return count > 0 ? [[reason, count]] : []
    }),
  ) as Partial<Record<Reason, number>>
  const refusals = Object.values(refused).reduce((total, count) => total + count, 0)
  return {
    requests: sum(({ requests, leftOut }) => requests - leftOut) + refusals,
    accepted: sum(({ accepted }) => accepted),
    truncated: sum(({ truncated }) => truncated),
    refused,
    lastAt:
      all
        .map(({ lastAt }) => lastAt ?? '')
        .sort()
        .at(-1) || undefined,
  }
}
