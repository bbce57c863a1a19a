import type { Figures } from './figures.ts'
import { row } from './report.ts'

type Reading = { items: number; units: number; calls: number }
type Sweeper = {
  open: { few: number; many: number }
  due: Record<string, number>
  entering: number
  readings: Record<string, { few?: Reading; many?: Reading }>
}

const sweepsAMonth = 60 * 24 * 30
/** Dollars for each of a million, in eu-central-1 on demand; what stays in the free tier is not taken off. */
const price = { readUnit: 0.305 / 1e6, transition: 25 / 1e6 }

/** What the sweeper read, and what that means for a million open incidents: it reads the due, not the open. */
export function sweeperLines(figures: Figures): string[] {
  const { open, due, entering, readings } = figures as unknown as Sweeper
  const atRest = readings.none?.many
  const perMonth = (atRest?.units ?? 0) * sweepsAMonth
  return [
    row(true, `a sweep among ${open.many} open, due now`, 'due', 'items', 'read u.', 'calls'),
    ...Object.entries(readings).map(([name, { many }]) => {
      const most = (due[name] ?? 0) + entering + 100
      return row(
        (many?.items ?? 0) <= most,
        `${name}, and ${entering} that enter the hour`,
        due[name] ?? 0,
        many?.items ?? '?',
        many?.units ?? '?',
        many?.calls ?? '?',
      )
    }),
    row(
      readings.none?.few?.items === atRest?.items,
      `items at rest among ${open.few} and ${open.many}`,
      '',
      readings.none?.few?.items ?? '?',
      atRest?.items ?? '?',
    ),
    `  Items do not grow with what is open. So with 1,000,000 open, a month of sweeps like the first reads`,
    `  ${Math.round(perMonth).toLocaleString('en')} units, $${(perMonth * price.readUnit).toFixed(2)}. That is arithmetic from the counts above, not a measurement.`,
  ]
}

type Timers = {
  reportedPerSecond: number
  burst: number
  burstSeconds: number
  pages: number
  kills: number
  twice: number
  transitions: number
  steps: number
  inTime: number
}

/** What came of the timers that fired while the worker was killed. */
export function timerLines(figures: Figures): string[] {
  const { reportedPerSecond, burst, burstSeconds, pages, kills, twice, transitions, steps, inTime } =
    figures as unknown as Timers
  const perStep = transitions / steps
  return [
    row(true, 'timers', '', 'at most'),
    row(true, 'incidents reported, a second', reportedPerSecond.toFixed(1)),
    row(burstSeconds < 60, `seconds until ${burst} due at once had paged`, burstSeconds.toFixed(1), 60),
    row(true, `pages while the worker was killed ${kills} times`, pages),
    row(true, 'of them sent twice, under one key', twice),
    row(perStep <= 3, 'transitions for a step sent', perStep.toFixed(2), 3),
    row(inTime <= 2, 'transitions if acknowledged in time', inTime, 2),
    `  A P1 that pages three times costs $${(3 * perStep * price.transition).toFixed(5)} in Step Functions.`,
  ]
}
