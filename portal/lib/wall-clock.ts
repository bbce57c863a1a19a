const clockIn = (zone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })

/** What the wall clock in the zone shows at an instant, read as if it were UTC, in milliseconds. */
function shownAt(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    clockIn(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** The instant at which an hour of a day begins, as `instantOf` has it. */
export const instantAt = (date: string, hour: number, zone: string): string | undefined =>
  instantOf(date, `${String(hour).padStart(2, '0')}:00`, zone)

/**
 * The instant at which the wall clock in the zone shows this date and time.
 * Where the time does not exist, because clocks go forward, the one that takes its place.
 * @returns ISO 8601 UTC, or undefined for what is no date, no time or no zone
 */
export function instantOf(date: string, time: string, zone: string): string | undefined {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(wanted) || !/^\d{4}-\d\d-\d\d$/.test(date) || !isZone(zone)) return undefined
  const first = wanted - (shownAt(wanted, zone) - wanted)
  const second = first - (shownAt(first, zone) - wanted)
  return new Date(second).toISOString()
}

function isZone(zone: string): boolean {
  try {
    return zone !== '' && Boolean(clockIn(zone))
  } catch {
    return false
  }
}

/** The first day from an instant on that is a Sunday on the zone's wall, `2026-11-29`. */
export function nextSunday(now: Date, zone: string): string {
  const today = new Date(shownAt(now.getTime(), zone))
  const days = (7 - today.getUTCDay()) % 7
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
