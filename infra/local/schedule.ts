import type { LocalSchedule } from './app-model.ts'
import type { ShiftedClock } from './clock.ts'
import type { InvocationResult } from './invocation.ts'
import { UnknownInTemplate } from './resolution.ts'

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** Milliseconds between the ticks of a `rate(...)`. */
export function periodOf({ name, expression }: LocalSchedule): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  const unitMs = UNIT_MS[unit ?? '']
  if (!unitMs)
    throw new UnknownInTemplate(`Schedule ${name} is "${expression}", which the local run does not know`)
  return Number(count) * unitMs
}

/** What a schedule's function answered last, if it says when it next has something to do. */
export interface LastAnswer {
  tickAt: number
  /** Null: nothing is due at all. */
  nextDueAt: number | null
  /** Invocations that had ended by then, those of schedules left out. */
  endedBefore: number
}

export interface ScheduleState {
  name: string
  periodMs: number
  lastAnswer: LastAnswer | null
}

interface Ticking extends ScheduleState {
  schedule: LocalSchedule
  /** The last tick that was served, counted in periods since 1970. */
  lastTick: number
}

export interface TickerOptions {
  schedules: LocalSchedule[]
  clock: Pick<ShiftedClock, 'now'>
  invoke: (name: string, event: unknown) => Promise<InvocationResult>
  /** Invocations that have ended, those of schedules left out. */
  endedElsewhere: () => number
}

/** How often the real clock is looked at, milliseconds. */
const GLANCE = 200

/** Fires schedules at whole periods of the shifted clock; while the clock is advanced, only when told to. */
export class Ticker {
  readonly #options: TickerOptions
  readonly #ticking: Ticking[]
  #timer: NodeJS.Timeout | undefined
  isHeld = false
  running = 0

  constructor(options: TickerOptions) {
    this.#options = options
    const now = options.clock.now()
    this.#ticking = options.schedules.map((schedule) => {
      const periodMs = periodOf(schedule)
      return {
        name: schedule.name,
        periodMs,
        lastAnswer: null,
        schedule,
        lastTick: Math.floor(now / periodMs),
      }
    })
  }

  start(): void {
    this.#timer = setInterval(() => {
      if (!this.isHeld) this.#glance()
    }, GLANCE)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  get states(): ScheduleState[] {
    return this.#ticking.map(({ name, periodMs, lastAnswer }) => ({ name, periodMs, lastAnswer }))
  }

  /** Fires the schedules that have a tick at this instant. */
  async tickAt(instant: number): Promise<void> {
    await Promise.all(
      this.#ticking
        .filter(({ periodMs }) => instant % periodMs === 0)
        .map((ticking) => this.#fire(ticking, instant)),
    )
  }

  /** Forgets ticks that passed unserved, so that real time goes on from the clock's minute of now. */
  resume(): void {
    for (const ticking of this.#ticking)
      ticking.lastTick = Math.floor(this.#options.clock.now() / ticking.periodMs)
    this.isHeld = false
  }

  #glance(): void {
    for (const ticking of this.#ticking) {
      const tick = Math.floor(this.#options.clock.now() / ticking.periodMs)
      if (tick === ticking.lastTick) continue
      ticking.lastTick = tick
      void this.#fire(ticking, tick * ticking.periodMs)
    }
  }

  async #fire(ticking: Ticking, instant: number): Promise<void> {
    const { invoke, endedElsewhere } = this.#options
    ticking.lastTick = instant / ticking.periodMs
    ticking.lastAnswer = null
    const endedBefore = endedElsewhere()
    this.running++
    try {
      const { name, input } = ticking.schedule
      const result = await invoke(
        ticking.schedule.functionName,
        input ? JSON.parse(input) : eventAt(name, instant),
      )
      const nextDueAt = nextDueIn(result)
      if (nextDueAt !== undefined) ticking.lastAnswer = { tickAt: instant, nextDueAt, endedBefore }
    } finally {
      this.running--
    }
  }
}

function eventAt(name: string, instant: number): object {
  return {
    version: '0',
    id: `${name}-${instant}`,
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    time: new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z'),
    resources: [name],
    detail: {},
  }
}

function nextDueIn({ payload }: InvocationResult): number | null | undefined {
  if (typeof payload !== 'object' || payload === null || !('nextDueAt' in payload)) return undefined
  const { nextDueAt } = payload
  if (nextDueAt === null) return null
  const instant = typeof nextDueAt === 'string' ? Date.parse(nextDueAt) : Number.NaN
  return Number.isNaN(instant) ? undefined : instant
}
