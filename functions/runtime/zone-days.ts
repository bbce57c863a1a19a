import { Temporal } from 'temporal-polyfill'

/** Milliseconds. */
export const dayLength = 86_400_000

/** A stretch of time in which a zone keeps one offset from UTC; epoch milliseconds, and milliseconds. */
type Stretch = { from: number; to: number; offset: number }

const known = new Map<string, Stretch[]>()

/** The rules of zones do not change while this runs, so what was asked once is remembered: two stretches a year. */
function stretchAt(zone: string, at: number): Stretch {
  const stretches = known.get(zone) ?? []
  const found = stretches.find(({ from, to }) => from <= at && at < to)
  if (found) return found
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const next = moment.getTimeZoneTransition('next')
  const last = moment.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const stretch = {
    from: last?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: moment.offsetNanoseconds / 1_000_000,
  }
  known.set(zone, [...stretches, stretch])
  return stretch
}

/**
 * A day of a zone's wall clock, or the part of it that one offset covers.
 * `day` counts from 1970-01-01; its wall-clock time of `t` milliseconds is the instant `day * dayLength + t - offset`.
 */
export type ZoneDay = { day: number; from: number; to: number; offset: number }

/**
 * The days that a wall clock of the zone shows between two instants, in the order in which they pass. A day on which
 * the offset changes comes in parts; of a day that a zone skipped there is no part, of an hour that it repeated two.
 */
export function* daysBetween(zone: string, from: number, to: number): Generator<ZoneDay> {
  for (let at = from; at < to; ) {
    const stretch = stretchAt(zone, at)
    const { offset } = stretch
    const end = Math.min(stretch.to, to)
    for (let day = Math.floor((at + offset) / dayLength); at < end; day++) {
      const dayEnd = Math.min((day + 1) * dayLength - offset, end)
      yield { day, from: at, to: dayEnd, offset }
      at = dayEnd
    }
  }
}

/** The number of a date, `2026-12-25`, as `ZoneDay` counts. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayLength

/** No wall clock is further from UTC than this. */
const farthest = 16 * 3_600_000

/**
 * The first instant at which the zone's wall clock has reached a time: a time that the clock skips is reached when it
 * jumps, one that it shows twice when it shows it first. Whatever adjoins on the wall adjoins in time.
 * @param wall milliseconds as if the wall clock were UTC; a whole number.
 * @returns epoch milliseconds
 */
export function firstInstantOf(zone: string, wall: number): number {
  for (let at = wall - farthest; ; ) {
    const { to, offset } = stretchAt(zone, at)
    const reached = Math.max(at, wall - offset)
    if (reached < to) return reached
    at = to
  }
}

/**
 * The furthest time that the zone's wall clock has shown by an instant: a clock that never goes back, and stands still
 * while the real one repeats an hour. `firstInstantOf(zone, wall) <= at` exactly when `wall <= wallAt(zone, at)`.
 */
export function wallAt(zone: string, at: number): number {
  let furthest = Number.NEGATIVE_INFINITY
  for (let from = at - 2 * farthest; from <= at; ) {
    const { to, offset } = stretchAt(zone, from)
    furthest = Math.max(furthest, Math.min(at, to - 1) + offset)
    from = to
  }
  return furthest
}
