import { Temporal } from 'temporal-polyfill'

/** What became of a wall-clock time that a zone does not show, or shows twice. */
export type Bent = 'skipped' | 'repeated'
type Meant = { at: string; but?: Bent }

/**
 * The instant of a wall-clock time of a zone. One that clocks skip is the jump itself; one that comes twice means
 * the first.
 * @param date `2026-10-25`
 * @param time `02:30`, or `24:00` for the end of the day
 * @returns undefined for what is no date, no time or no zone
 */
export function instantOf(date: string, time: string, zone: string): Meant | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^(?:[01]?\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) return undefined
  if (!isZone(zone)) return undefined
  try {
    const day = Temporal.PlainDate.from(date).add({ days: time === '24:00' ? 1 : 0 })
    const wall = day.toPlainDateTime(
      Temporal.PlainTime.from(time === '24:00' ? '00:00' : time.padStart(5, '0')),
    )
    const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
      wall.toZonedDateTime(zone, { disambiguation }),
    )
    if (!earlier || !later) return undefined
    if (earlier.epochMilliseconds === later.epochMilliseconds) return { at: iso(earlier) }
    if (earlier.toPlainDateTime().equals(wall)) return { at: iso(earlier), but: 'repeated' }
    const jump = earlier.getTimeZoneTransition('next')
    return jump ? { at: iso(jump), but: 'skipped' } : undefined
  } catch {
    return undefined
  }
}

const iso = (moment: Temporal.ZonedDateTime) => moment.toInstant().toString({ fractionalSecondDigits: 3 })

type Wall = { date: string; time: string }

/** What the wall clock of a zone shows at an instant. */
export function wallAt(at: string, zone: string): Wall {
  const moment = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return {
    date: moment.toPlainDate().toString(),
    time: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/** Asked of Intl, because Temporal also takes the zone out of a whole timestamp, which nothing else can show. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** The first day from an instant on that is a Sunday on the zone's wall, `2026-11-29`. */
export function nextSunday(now: Date, zone: string): string {
  const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(zone).toPlainDate()
  return today.add({ days: 7 - today.dayOfWeek }).toString()
}
