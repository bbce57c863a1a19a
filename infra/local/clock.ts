import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The offset of the product's clock from the real one, in memory that worker threads share,
 * so that a shift is seen by every function at once.
 */
export class ShiftedClock {
  readonly buffer: SharedArrayBuffer
  readonly #offset: Float64Array

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)) {
    this.buffer = buffer
    this.#offset = new Float64Array(buffer)
  }

  get offsetMs(): number {
    return this.#offset[0] ?? 0
  }

  set offsetMs(value: number) {
    this.#offset[0] = Math.round(value)
  }

  /** Milliseconds of the shifted clock. */
  now(): number {
    return Date.now() + this.offsetMs
  }
}

const fileIn = (dataFolder: string) => join(dataFolder, 'clock.json')

export function readOffsetSeconds(dataFolder: string): number {
  try {
    const { offsetSeconds } = JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as {
      offsetSeconds: number
    }
    return Number.isFinite(offsetSeconds) ? offsetSeconds : 0
  } catch {
    return 0
  }
}

export function storeOffsetSeconds(dataFolder: string, offsetSeconds: number): void {
  mkdirSync(dataFolder, { recursive: true })
  const temporary = `${fileIn(dataFolder)}.new`
  writeFileSync(temporary, JSON.stringify({ offsetSeconds }))
  renameSync(temporary, fileIn(dataFolder))
}

/** Replaces what `new Date()`, `Date()` and `Date.now()` answer in this realm; parsing and timers stay real. */
export function shiftDate(buffer: SharedArrayBuffer): void {
  const RealDate = Date
  const offset = new Float64Array(buffer)
  const realNow = RealDate.now.bind(RealDate)
  const now = () => realNow() + (offset[0] ?? 0)
  const shifted = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
  })
  RealDate.now = now
  RealDate.prototype.constructor = shifted
  globalThis.Date = shifted
}
