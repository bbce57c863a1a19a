import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { faultOf, type InvocationRequest, type InvocationResult, type ThreadSetUp } from './invocation.ts'

export type LogLine = (line: string) => void

/** A thread that runs one function; dead after a timeout or when the thread ends. */
export class Instance {
  readonly #worker: Worker
  #settle: ((result: InvocationResult) => void) | undefined
  isDead = false
  isBusy = false

  constructor(setUp: ThreadSetUp, environment: Record<string, string>, log: LogLine) {
    this.#worker = new Worker(join(import.meta.dirname, 'worker-thread.ts'), {
      workerData: setUp,
      env: environment,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
    })
    this.#worker.unref()
    this.#worker.on('message', (result: InvocationResult) => this.#answer(result))
    this.#worker.on('error', (error) => this.#end({ fault: faultOf(error) }))
    this.#worker.on('exit', (code) => {
      const fault = {
        errorType: 'Runtime.ExitError',
        errorMessage: `The function ended its process with ${code}`,
      }
      this.#end({ fault })
    })
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) readLines(stream, log)
  }

  /** Runs one invocation; one that takes longer than its time is ended, and this instance with it. */
  async invoke(request: InvocationRequest): Promise<InvocationResult> {
    this.isBusy = true
    const { promise, resolve } = Promise.withResolvers<InvocationResult>()
    this.#settle = resolve
    const timer = setTimeout(() => {
      const errorMessage = `${request.requestId} Task timed out after ${(request.timeoutMs / 1000).toFixed(2)} seconds`
      this.#end({ fault: { errorType: 'Sandbox.Timedout', errorMessage } })
      this.stop()
    }, request.timeoutMs)
    this.#worker.postMessage(request)
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      this.isBusy = false
    }
  }

  stop(): void {
    this.isDead = true
    this.#worker.terminate().catch(() => {})
  }

  #answer(result: InvocationResult): void {
    const settle = this.#settle
    this.#settle = undefined
    settle?.(result)
  }

  #end(result: InvocationResult): void {
    this.isDead = true
    this.#answer(result)
  }
}

function readLines(stream: Readable, log: LogLine): void {
  createInterface({ input: stream }).on('line', (line) => {
    if (line.trim() !== '') log(line)
  })
}
