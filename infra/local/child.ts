import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ProcessGone, questioner } from './channel.ts'

export type ChildState = 'starting' | 'ready' | 'restarting' | 'stopped'

export interface ChildOptions {
  name: string
  file: string
  cwd: string
  environment: NodeJS.ProcessEnv
  logFolder: string
  onRestart: (name: string, code: string) => void
}

const FIRST_PAUSE = 50
const LONGEST_PAUSE = 5000
/** A process that stood this long starts again without a pause. */
const STOOD_MS = 10_000
const STOP_PATIENCE = 8000

/** One process of the local run: started, watched, and started again when it dies without being told to. */
export class Child {
  readonly name: string
  readonly #options: ChildOptions
  readonly #log: WriteStream
  #process: ChildProcess | undefined
  #ask: ReturnType<typeof questioner> | undefined
  #ready = Promise.withResolvers<void>()
  #pause = FIRST_PAUSE
  #timer: NodeJS.Timeout | undefined
  state: ChildState = 'stopped'
  restarts = 0

  constructor(options: ChildOptions) {
    this.name = options.name
    this.#options = options
    mkdirSync(options.logFolder, { recursive: true })
    this.#log = createWriteStream(join(options.logFolder, `${options.name}.ndjson`), { flags: 'a' })
    this.#ready.promise.catch(() => {})
  }

  get pid(): number | undefined {
    return this.#process?.pid
  }

  /** Starts it if it does not run; done when it accepts requests. */
  start(): Promise<void> {
    if (this.state === 'stopped') this.#spawn()
    return this.#ready.promise
  }

  /** Ends it, by force after a while; it stays down until it is started. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    const running = this.#process
    this.#toState('stopped')
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const ended = Promise.withResolvers<void>()
    running.once('exit', () => ended.resolve())
    running.kill('SIGTERM')
    const force = setTimeout(() => running.kill('SIGKILL'), STOP_PATIENCE)
    await ended.promise
    clearTimeout(force)
  }

  /** SIGKILL, as a power cut would; it is started again at once. */
  async kill(): Promise<void> {
    const running = this.#process
    if (!running) return
    const ended = Promise.withResolvers<void>()
    running.once('exit', () => ended.resolve())
    // It did not fail: it was asked to die, however often.
    this.#pause = FIRST_PAUSE / 2
    running.kill('SIGKILL')
    await ended.promise
  }

  /** @throws ProcessGone when it is not there or ends before it answers. */
  ask<T>(question: string, argument?: unknown): Promise<T> {
    if (!this.#ask || this.state !== 'ready')
      return Promise.reject(new ProcessGone(`${this.name} is ${this.state}`))
    return this.#ask<T>(question, argument)
  }

  #toState(state: ChildState): void {
    if (state !== 'ready' && this.state === 'ready') {
      this.#ready = Promise.withResolvers<void>()
      this.#ready.promise.catch(() => {})
    }
    this.state = state
    if (state === 'ready') this.#ready.resolve()
  }

  #spawn(): void {
    const { file, cwd, environment } = this.#options
    this.#toState(this.restarts > 0 && this.state === 'restarting' ? 'restarting' : 'starting')
    const began = performance.now()
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: Ctrl-C reaches the supervisor alone, which stops the rest in order.
      detached: true,
    })
    this.#process = child
    this.#ask = questioner(child)
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => this.#read(child, line))
    if (child.stderr)
      createInterface({ input: child.stderr }).on('line', (line) => this.#write({ level: 'error', line }))
    child.once('error', (error) => this.#write({ level: 'error', message: error.message }))
    child.once('exit', (code, signal) =>
      this.#ended(child, signal ?? String(code), performance.now() - began),
    )
  }

  #read(child: ChildProcess, line: string): void {
    if (line === '{"ready":true}') {
      if (child === this.#process && this.state !== 'stopped') this.#toState('ready')
    } else if (line.startsWith('{')) this.#log.write(`${line}\n`)
    else if (line.trim() !== '') this.#write({ level: 'info', line })
  }

  #write(entry: object): void {
    this.#log.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`)
  }

  #ended(child: ChildProcess, code: string, stoodMs: number): void {
    if (child !== this.#process) return
    this.#process = undefined
    this.#write({ level: 'info', message: `ended with ${code}` })
    if (this.state === 'stopped') return
    this.#toState('restarting')
    this.restarts++
    this.#options.onRestart(this.name, code)
    this.#pause = stoodMs > STOOD_MS ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, this.#pause * 2)
    this.#timer = setTimeout(() => this.#spawn(), this.#pause)
  }
}
