import type { Instant } from '../runtime/instant.ts'
import type { Calendar } from './calendar.ts'
import { type Window, windowsFrom } from './opening.ts'

/** A time in which a clock stands still; without an end it still does. */
export type Standstill = { from: Instant; to?: Instant }

/**
 * Seconds of real, elapsed time inside the windows of a calendar, without the times in which the clock stood still.
 * 0 when `to` comes first.
 */
export function counted(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  pauses: readonly Standstill[] = [],
): number {
  const end = Date.parse(to)
  let total = 0
  for (const { opens, closes } of running(calendar, Date.parse(from), pauses)) {
    if (opens >= end) break
    total += Math.min(closes, end) - opens
  }
  return total / 1000
}

/**
 * The first instant by which so many seconds have been counted. The end of a window is still inside it, so a deadline
 * may be the instant at which work ends, and is never one at which nobody works.
 * @param seconds more than 0; may be a fraction, exact to the millisecond.
 * @returns undefined when that does not come: the clock stands still, or the calendar has too few hours for it in ten years.
 */
export function due(
  calendar: Calendar,
  start: Instant,
  seconds: number,
  pauses: readonly Standstill[] = [],
): Instant | undefined {
  let missing = Math.round(seconds * 1000)
  for (const { opens, closes } of running(calendar, Date.parse(start), pauses)) {
    if (missing <= closes - opens) return instantOf(opens + missing)
    missing -= closes - opens
  }
  return undefined
}

/** The last instant that a `Date` can be; a deadline beyond it is none. */
const lastInstant = 8.64e15
const instantOf = (at: number): Instant | undefined =>
  at <= lastInstant ? new Date(at).toISOString() : undefined

/** The windows of a calendar with the pauses cut out of them. */
function* running(calendar: Calendar, at: number, pauses: readonly Standstill[]): Generator<Window> {
  const cuts = pauses
    .map(({ from, to }) => ({
      opens: Date.parse(from),
      closes: to ? Date.parse(to) : Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => a.opens - b.opens)
  const forever = cuts.find(({ closes }) => closes === Number.POSITIVE_INFINITY)?.opens
  for (const window of windowsFrom(calendar, at)) {
    if (forever !== undefined && window.opens >= forever) return
    yield* without(window, cuts)
  }
}

function* without({ opens, closes }: Window, cuts: readonly Window[]): Generator<Window> {
  let from = opens
  for (const cut of cuts) {
    if (cut.closes <= from || cut.closes <= cut.opens) continue
    if (cut.opens >= closes) break
    if (cut.opens > from) yield { opens: from, closes: cut.opens }
    from = cut.closes
  }
  if (from < closes) yield { opens: from, closes }
}
