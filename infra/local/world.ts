import { setTimeout as pause } from 'node:timers/promises'
import type { World } from './advance.ts'
import type { Activity } from './host.ts'
import type { Supervisor } from './supervisor.ts'
import type { WorkerReport } from './worker-report.ts'

const QUIET: Activity = { running: [], ended: 0, lastEndedAt: 0 }

/** The running product, as advancing the clock sees it. */
export function worldOf(supervisor: Supervisor): World {
  const worker = supervisor.child('worker')
  const api = supervisor.child('api')
  const apiActivity = () => (api.state === 'ready' ? api.ask<Activity>('activity').catch(() => QUIET) : QUIET)
  return {
    realNow: () => Date.now(),
    offsetMs: () => supervisor.offsetMs,
    setOffset: (offsetMs) => supervisor.setOffset(offsetMs),
    hasWorker: () => worker.state !== 'stopped',
    async report() {
      const before = await apiActivity()
      const report = await worker.ask<WorkerReport>('report')
      const after = await apiActivity()
      const busy = after.running.map((name) => `function ${name}`)
      if (before.ended !== after.ended) busy.push('api')
      return { ...report, busy: [...report.busy, ...busy] }
    },
    hold: (isHeld) => worker.ask<void>('hold', isHeld).catch(() => {}),
    tick: (instant) => worker.ask<void>('tick', instant).catch(() => {}),
    pause: (milliseconds) => pause(milliseconds),
  }
}
