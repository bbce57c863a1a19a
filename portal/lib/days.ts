import { instantOf } from './wall-clock.ts'

const dateIn = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

const dayInMilliseconds = 24 * 3600_000
const mostDays = 60

/** The midnights in the zone that lie between two instants; where midnight does not exist, the day's first instant. */
export function midnightsBetween(from: string, to: string, zone: string): string[] {
  const format = dateIn(zone)
  const midnights: string[] = []
  for (
    let noon = Date.parse(`${format.format(new Date(from))}T12:00:00Z`), count = 0;
    count < mostDays;
    noon += dayInMilliseconds, count += 1
  ) {
    const at = instantOf(new Date(noon).toISOString().slice(0, 10), '00:00', zone)?.at
    if (!at || at > to) break
    if (at > from) midnights.push(at)
  }
  return midnights
}
