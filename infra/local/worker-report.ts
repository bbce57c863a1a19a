import type { ScheduleState } from './schedule.ts'

/** What the worker says of itself when it is asked whether it is idle. */
export interface WorkerReport {
  /** Names of what is still at work; empty when nothing was. */
  busy: string[]
  /** Invocations that have ended since the worker started, those of schedules left out. */
  ended: number
  /** When the next execution goes on, by the shifted clock. */
  nextWakeAt: number | null
  schedules: ScheduleState[]
}
