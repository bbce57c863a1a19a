import { type Random, randomOf } from './random.ts'

export const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** About fifteen months. */
const spanDays = 455

/** From Sunday on. */
const weekdays = [0.05, 1.35, 1.1, 1, 1, 0.8, 0.08]
/** From 5 to 18 o'clock UTC: a day between Berlin's seven and eight. */
const hours = [1, 4, 9, 12, 10, 7, 4, 6, 9, 8, 6, 3, 1, 1]

/** Hours in which everybody reports the same: a share of all, and the families that tell of it. */
const storms = [
  { daysAgo: 401, hour: 7, lastsHours: 3, share: 0.012, families: ['mail-outage', 'mailausfall'] },
  { daysAgo: 263, hour: 6, lastsHours: 4, share: 0.014, families: ['vpn-update', 'vpn-nach-update'] },
  { daysAgo: 148, hour: 9, lastsHours: 2, share: 0.009, families: ['no-internet', 'kein-internet'] },
  { daysAgo: 66, hour: 7, lastsHours: 3, share: 0.011, families: ['mail-outage', 'mailausfall'] },
  { daysAgo: 24, hour: 6, lastsHours: 5, share: 0.013, families: ['vpn-update', 'vpn-nach-update'] },
]

export type Arrival = {
  at: number
  /** In a storm everybody tells of the same. */
  families?: readonly string[]
}

/** Midnight of the last working day that is at least so many days ago. */
function workdayBefore(until: number, daysAgo: number): number {
  let day = until - (until % DAY) - daysAgo * DAY
  while (isWeekend(day)) day -= DAY
  return day
}

const isWeekend = (at: number) => [0, 6].includes(new Date(at).getUTCDay())

/** Between the years hardly anybody works. */
const isQuiet = (at: number) => /-(?:12-2[4-9]|12-3|01-01)/.test(new Date(at).toISOString().slice(4, 10))

function ordinary(random: Random, until: number): number {
  for (let tries = 0; tries < 1000; tries++) {
    const day = until - (until % DAY) - random.between(0, spanDays) * DAY
    const weight = (weekdays[new Date(day).getUTCDay()] ?? 0) * (isQuiet(day) ? 0.15 : 1)
    const hour = random.weighted(hours.map((share, index) => [5 + index, share] as const))
    const at = day + hour * HOUR + random.between(0, 3599) * 1000
    if (random.chance(weight / 1.35) && at < until - 20 * MINUTE) return at
  }
  throw new Error('No day of the history fits.')
}

/** When each of so many incidents is reported; the same place in the list has always the same draws. */
export function arrivalsOf(seed: number, count: number, until: number): Arrival[] {
  const stormy = storms.flatMap(({ share, families, ...storm }) =>
    Array.from({ length: Math.floor(count * share) }, () => ({ ...storm, families })),
  )
  return Array.from({ length: count }, (_, index) => {
    const random = randomOf(seed, 'arrival', index)
    const storm = stormy[index]
    if (!storm) return { at: ordinary(random, until) }
    const began = workdayBefore(until, storm.daysAgo) + storm.hour * HOUR
    return { at: began + random.between(0, storm.lastsHours * 3600) * 1000, families: storm.families }
  })
}

/** The instant itself while people work, else some time into the next working morning. */
export function working(at: number, random: Random): number {
  const hour = (at % DAY) / HOUR
  if (!isWeekend(at) && hour >= 6.5 && hour < 16.5) return at
  let day = at - (at % DAY) + (hour >= 16.5 ? DAY : 0)
  while (isWeekend(day)) day += DAY
  return day + 6.5 * HOUR + random.between(2, 100) * MINUTE
}
