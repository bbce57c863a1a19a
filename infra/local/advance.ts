import type { ScheduleState } from './schedule.ts'
import type { WorkerReport } from './worker-report.ts'

/** What advancing the clock needs of the running product; a table of numbers in the tests. */
export interface World {
  realNow(): number
  offsetMs(): number
  /** Stores the offset and tells every process that works by the clock. */
  setOffset(offsetMs: number): Promise<void>
  /** Whether the worker is meant to run; a killed one is, and comes back. */
  hasWorker(): boolean
  /** Fails while the worker is on its way back. */
  report(): Promise<WorkerReport>
  /** Keeps schedules from ticking by real time. */
  hold(isHeld: boolean): Promise<void>
  /** Fires the schedules that have a tick at this instant. */
  tick(instant: number): Promise<void>
  pause(milliseconds: number): Promise<void>
}

/** Where the clock is to stand: an instant, or an offset from the real clock. */
export type Target = { instant: number } | { offsetMs: number }

export class StillBusy extends Error {
  readonly busy: string[]
  constructor(busy: string[]) {
    super(`Still busy: ${busy.join(', ')}`)
    this.busy = busy
  }
}

/** For so long something may be busy at one instant before advancing gives up. */
const PATIENCE_MS = 60_000
const BETWEEN_REPORTS_MS = 15
/** The sweeper arms what comes due within this time, so it is woken there too. */
const ARMED_AHEAD_MS = 3_600_000

/**
 * Moves the clock, visiting each instant at which something is due, in order, and waits until all is quiet there.
 * Backwards, or without a worker, the clock is only set.
 * @throws StillBusy naming what does not come to rest; the clock then stands where it got to.
 */
export async function advanceClock(world: World, target: Target): Promise<void> {
  const targetOffset = () => ('offsetMs' in target ? target.offsetMs : target.instant - world.realNow())
  if (!world.hasWorker()) return await world.setOffset(targetOffset())
  if (targetOffset() < world.offsetMs()) {
    await world.setOffset(targetOffset())
    await world.hold(true)
    await world.hold(false)
    await comeToRest(world)
    return
  }
  await world.hold(true)
  try {
    const from = world.realNow() + world.offsetMs()
    /** Up to where each schedule is served, or has said that there was nothing to serve. */
    const served = new Map<string, number>()
    for (;;) {
      const report = await comeToRest(world)
      if (!report) break
      const ticks = report.schedules.map((state) =>
        nextTick(state, served.get(state.name) ?? from, report.ended),
      )
      const tickAt = Math.min(...ticks)
      const next = Math.min(tickAt, report.nextWakeAt ?? Number.POSITIVE_INFINITY)
      if (next - world.realNow() > targetOffset()) break
      if (next - world.realNow() > world.offsetMs()) await world.setOffset(next - world.realNow())
      for (const { name, periodMs } of report.schedules) {
        served.set(name, Math.max(served.get(name) ?? from, Math.floor(next / periodMs) * periodMs))
      }
      if (next !== tickAt) continue
      await world.tick(next)
    }
    if (targetOffset() > world.offsetMs()) await world.setOffset(targetOffset())
    await comeToRest(world)
  } finally {
    await world.hold(false)
  }
}

/**
 * The next tick of a schedule after the last one served. Ticks are left out while the schedule's function has said
 * when something is next due and nothing else has run since.
 */
export function nextTick({ periodMs, lastAnswer }: ScheduleState, servedAt: number, ended: number): number {
  const following = (Math.floor(servedAt / periodMs) + 1) * periodMs
  if (!lastAnswer || lastAnswer.endedBefore !== ended) return following
  if (lastAnswer.nextDueAt === null) return Number.POSITIVE_INFINITY
  const wholePeriod = (instant: number) => Math.ceil(instant / periodMs) * periodMs
  const arming = wholePeriod(lastAnswer.nextDueAt - ARMED_AHEAD_MS)
  return Math.max(following, arming > servedAt ? arming : wholePeriod(lastAnswer.nextDueAt))
}

/** Waits until two reports in a row find nothing at work; answers undefined when the worker is stopped meanwhile. */
async function comeToRest(world: World): Promise<WorkerReport | undefined> {
  const deadline = performance.now() + PATIENCE_MS
  let busy: string[] = []
  for (let calm = 0; ; ) {
    if (!world.hasWorker()) return undefined
    const report = await world.report().catch((error: Error) => ({ error }))
    if ('error' in report) busy = [`worker (${report.error.message})`]
    else busy = report.busy
    calm = busy.length === 0 ? calm + 1 : 0
    if (calm === 2 && !('error' in report)) return report
    if (performance.now() > deadline) throw new StillBusy(busy)
    await world.pause(BETWEEN_REPORTS_MS)
  }
}
