import { randomUUID } from 'node:crypto'
import type { LocalFunction } from './app-model.ts'
import type { ShiftedClock } from './clock.ts'
import { Instance } from './instance.ts'
import type { InvocationResult } from './invocation.ts'

export interface HostOptions {
  functions: LocalFunction[]
  clock: ShiftedClock
  environmentOf: (definition: LocalFunction) => Record<string, string>
  log: (functionName: string, line: string) => void
  /** Instances of one function that may run at once. */
  maximumInstances: (definition: LocalFunction) => number
}

export interface Host {
  has(name: string): boolean
  invoke(name: string, event: unknown): Promise<InvocationResult>
  activity: Activity
  /** Ends every instance as it becomes free, so that the next invocation runs the code that is there now. */
  replace(names?: string[]): void
  stop(): void
}

/** What the proof of idleness needs to know about invocations. */
export interface Activity {
  /** Names of the functions that run or wait for an instance now. */
  running: string[]
  ended: number
  /** Of the monotonic clock, milliseconds. */
  lastEndedAt: number
}

class Pool {
  readonly #options: HostOptions
  readonly definition: LocalFunction
  readonly #instances = new Set<Instance>()
  readonly #waiting: (() => void)[] = []
  #taken = 0

  constructor(definition: LocalFunction, options: HostOptions) {
    this.definition = definition
    this.#options = options
  }

  async invoke(event: unknown): Promise<InvocationResult> {
    await this.#place()
    const instance = this.#free() ?? this.#create()
    const { name, arn, memoryMb, timeoutSeconds } = this.definition
    try {
      return await instance.invoke({
        requestId: randomUUID(),
        event,
        functionName: name,
        arn,
        memoryMb,
        timeoutMs: timeoutSeconds * 1000,
      })
    } finally {
      if (instance.isDead) this.#instances.delete(instance)
      else if (!this.#instances.has(instance)) instance.stop()
      this.#leave()
    }
  }

  replace(): void {
    for (const instance of this.#instances) {
      this.#instances.delete(instance)
      if (!instance.isBusy) instance.stop()
    }
  }

  stop(): void {
    for (const instance of this.#instances) instance.stop()
  }

  async #place(): Promise<void> {
    if (this.#taken < this.#options.maximumInstances(this.definition)) {
      this.#taken++
      return
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#taken--
  }

  #free(): Instance | undefined {
    for (const instance of this.#instances) {
      if (instance.isDead) this.#instances.delete(instance)
      else if (!instance.isBusy) return instance
    }
    return undefined
  }

  #create(): Instance {
    const { definition } = this
    const { bundle, handler, name } = definition
    const setUp = { bundle, handler, clockBuffer: this.#options.clock.buffer }
    const instance = new Instance(setUp, this.#options.environmentOf(definition), (line) =>
      this.#options.log(name, line),
    )
    this.#instances.add(instance)
    return instance
  }
}

/** Runs the functions of the app from their bundles, each in threads of its own, started when first needed. */
export function createHost(options: HostOptions): Host {
  const pools = new Map(
    options.functions.map((definition) => [definition.name, new Pool(definition, options)]),
  )
  const running = new Map<symbol, string>()
  let ended = 0
  let lastEndedAt = 0

  return {
    has: (name) => pools.has(name),
    async invoke(name, event) {
      const pool = pools.get(name)
      if (!pool) throw new Error(`No function is named "${name}"`)
      const invocation = Symbol(name)
      running.set(invocation, name)
      try {
        const result = await pool.invoke(event)
        if (result.fault)
          options.log(name, JSON.stringify({ level: 'error', message: 'fault', ...result.fault }))
        return result
      } finally {
        running.delete(invocation)
        ended++
        lastEndedAt = performance.now()
      }
    },
    get activity() {
      return { running: [...running.values()], ended, lastEndedAt }
    },
    replace(names) {
      for (const [name, pool] of pools) if (!names || names.includes(name)) pool.replace()
    },
    stop() {
      for (const pool of pools.values()) pool.stop()
    },
  }
}
