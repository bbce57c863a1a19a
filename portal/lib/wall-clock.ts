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

/**
 * The instant at which the wall clock in the zone shows this date and hour.
 * Where the hour does not exist, because clocks go forward, the one that takes its place.
 * @returns ISO 8601 UTC, or undefined for what is no date
 */
export function instantAt(date: string, hour: number, zone: string): string | undefined {
  const wanted = Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00Z`)
  if (Number.isNaN(wanted) || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined
  const first = wanted - (shownAt(wanted, zone) - wanted)
  const second = first - (shownAt(first, zone) - wanted)
  return new Date(second).toISOString()
}
