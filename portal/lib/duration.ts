const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How long, in at most two units, rounded down: `2 d 3 h`, `2 h 05 min`, `4 min`, `< 1 min`.
 * The signs of the units are the same in every language.
 * @param milliseconds of any sign; the sign is not told
 */
export function durationOf(milliseconds: number): string {
  const long = Math.abs(milliseconds)
  if (long < minute) return '< 1 min'
  const [days, hours, minutes] = [
    Math.floor(long / day),
    Math.floor((long % day) / hour),
    Math.floor((long % hour) / minute),
  ]
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return minutes > 0 ? `${hours} h ${String(minutes).padStart(2, '0')} min` : `${hours} h`
  return `${minutes} min`
}

/** Counted time, in hours and minutes only: a day of work has no length that all agree on. */
export function countedTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (minutes === 0) return seconds > 0 ? '< 1 min' : '0 min'
  if (hours === 0) return `${minutes} min`
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}
