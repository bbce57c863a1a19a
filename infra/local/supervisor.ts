import { join } from 'node:path'
import { Child } from './child.ts'
import { readOffsetSeconds, storeOffsetSeconds } from './clock.ts'
import { calm, type Disturbance } from './faults/disturbance.ts'
import type { Place } from './place.ts'

/** Processes by the order in which a standstill hurts least: what needs others comes first when stopping. */
const PROCESS_NAMES = ['portal', 'api', 'worker', 'identity', 'mail', 'status', 'stores', 'dynamodb'] as const
export type ProcessName = (typeof PROCESS_NAMES)[number]

/** Processes that run functions, which work by the shifted clock. */
const WITH_FUNCTIONS: ProcessName[] = ['api', 'worker']

export interface SupervisorOptions {
  place: Place
  environment: NodeJS.ProcessEnv
  say: (sentence: string) => void
}

/** Starts, watches and stops the processes of the local run, and owns its clock. */
export class Supervisor {
  readonly place: Place
  readonly children: Map<string, Child>
  readonly #environment: NodeJS.ProcessEnv
  #offsetMs: number
  #disturbance = calm

  constructor({ place, environment, say }: SupervisorOptions) {
    this.place = place
    this.#environment = environment
    this.#offsetMs = readOffsetSeconds(place.dataFolder) * 1000
    const create = (name: ProcessName): [string, Child] => {
      const file = join(import.meta.dirname, 'processes', `${name}.ts`)
      const logFolder = join(place.dataFolder, 'log')
      const onRestart = (ended: string, code: string) => say(`${ended} ended (${code}); starting it again.`)
      return [name, new Child({ name, file, cwd: place.root, environment, logFolder, onRestart })]
    }
    this.children = new Map(PROCESS_NAMES.map(create))
  }

  child(name: ProcessName): Child {
    const child = this.children.get(name)
    if (!child) throw new Error(`There is no process ${name}`)
    return child
  }

  get offsetMs(): number {
    return this.#offsetMs
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs)
  }

  /** Stores the offset, so that a process that starts later reads it, and tells those that run. */
  async setOffset(offsetMs: number): Promise<void> {
    this.#offsetMs = Math.round(offsetMs)
    storeOffsetSeconds(this.place.dataFolder, this.#offsetMs / 1000)
    const told = WITH_FUNCTIONS.map((name) => this.child(name))
      .filter(({ state }) => state === 'ready')
      .map((child) => child.ask('clock', this.#offsetMs).catch(() => {}))
    await Promise.all(told)
  }

  get disturbance(): Disturbance {
    return this.#disturbance
  }

  /** Lets go wrong what is asked for, also in a process that starts later, and until this one ends. */
  async disturb(disturbance: Disturbance): Promise<void> {
    this.#disturbance = disturbance
    this.#environment.EVENKEEL_DISTURBANCE = JSON.stringify(disturbance)
    const running = WITH_FUNCTIONS.map((name) => this.child(name)).filter(({ state }) => state !== 'stopped')
    // One that is on its way may have read what was asked for before.
    await Promise.all(
      running.map((child) =>
        child
          .start()
          .then(() => child.ask('disturb', disturbance))
          .catch(() => {}),
      ),
    )
  }

  async stop(): Promise<void> {
    const [stores, rest] = [['stores', 'dynamodb'], PROCESS_NAMES.slice(0, -2)]
    await Promise.all(rest.map((name) => this.child(name).stop()))
    await Promise.all(stores.map((name) => this.child(name as ProcessName).stop()))
  }
}
