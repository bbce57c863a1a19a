import type { ShiftedClock } from '../clock.ts'
import type { InvocationResult } from '../invocation.ts'
import type { Json, JsonObject } from '../template.ts'
import type { StatesDefinition } from './definition.ts'
import type { Execution, ExecutionStore } from './execution-store.ts'
import { begin, type Progress, type Surroundings, taskDone, taskFailed, waited } from './interpreter.ts'

export class StatesRefusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export interface Machine {
  arn: string
  name: string
  definition: StatesDefinition
}

export interface MachineryOptions {
  machines: Machine[]
  store: ExecutionStore
  clock: Pick<ShiftedClock, 'now'>
  invoke: (functionArn: string, payload: Json) => Promise<InvocationResult>
  random?: () => number
}

/** For so long after its end the name of an execution stays refused. */
const NAME_KEPT_MS = 90 * 24 * 3600 * 1000
/** The longest that a due execution waits to be noticed, milliseconds. */
const GLANCE = 200
/** Steps taken at once: more would wait for the functions that they call. */
const MOST_ACTIVE = 30

export const executionArn = (machine: string, name: string): string =>
  `${machine.replace(':stateMachine:', ':execution:')}:${name}`

/** Runs executions by the shifted clock. Each step is stored before the next is taken, so that a kill loses none. */
export class Machinery {
  readonly #options: MachineryOptions
  readonly #active = new Map<string, Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(options: MachineryOptions) {
    this.#options = options
  }

  start(): void {
    this.fire()
    this.#timer = setInterval(() => this.fire(), GLANCE)
  }

  stop(): void {
    this.#isStopped = true
    clearInterval(this.#timer)
  }

  /** Executions whose step is being taken now. */
  get active(): string[] {
    return [...this.#active.keys()]
  }

  /** Takes the steps that are due. */
  fire(): void {
    const { store, clock } = this.#options
    if (this.#isStopped || this.#active.size >= MOST_ACTIVE) return
    // Those at work are due too, until what came of their step is stored.
    for (const execution of store.due(clock.now(), this.#active.size + MOST_ACTIVE)) {
      const key = executionArn(execution.machine, execution.name)
      if (this.#active.has(key)) continue
      if (this.#active.size >= MOST_ACTIVE) return
      this.#active.set(
        key,
        this.#takeDue(execution).finally(() => {
          this.#active.delete(key)
          this.fire()
        }),
      )
    }
  }

  /** What follows a wait at once does not wait for the next glance. */
  async #takeDue({ machine, name }: Pick<Execution, 'machine' | 'name'>): Promise<void> {
    const { store, clock } = this.#options
    while (!this.#isStopped) {
      const execution = store.find(machine, name)
      const { status, wakeAt = null } = execution ?? {}
      if (!execution || status !== 'RUNNING' || wakeAt === null || wakeAt > clock.now()) return
      await this.#take(execution)
    }
  }

  /** @throws StatesRefusal ExecutionAlreadyExists, unless the same is running with the same input. */
  startExecution(machineArn: string, name: string, input: string): Execution {
    const machine = this.#machine(machineArn)
    const { store, clock } = this.#options
    const now = clock.now()
    const known = store.find(machineArn, name)
    if (known?.status === 'RUNNING' && known.input === input) return known
    if (known && (known.stoppedAt === null || known.stoppedAt > now - NAME_KEPT_MS)) {
      throw new StatesRefusal(
        'ExecutionAlreadyExists',
        `Execution Already Exists: '${executionArn(machineArn, name)}'`,
      )
    }
    const execution: Execution = {
      machine: machineArn,
      name,
      status: 'RUNNING',
      input,
      output: null,
      error: null,
      cause: null,
      startedAt: now,
      stoppedAt: null,
      progress: {
        stateName: '',
        input: null,
        retries: {},
        transitions: 0,
        step: { kind: 'wait', untilMs: now },
      },
      wakeAt: now,
    }
    const progress = begin(machine.definition, parsed(input), this.#around(execution))
    this.#record(execution, progress)
    this.fire()
    return execution
  }

  stopExecution(machineArn: string, name: string, error: string | null, cause: string | null): Execution {
    const execution = this.find(machineArn, name)
    if (execution.status !== 'RUNNING') return execution
    const stopped: Execution = {
      ...execution,
      status: 'ABORTED',
      error,
      cause,
      stoppedAt: this.#options.clock.now(),
      wakeAt: null,
    }
    this.#options.store.save(stopped)
    return stopped
  }

  find(machineArn: string, name: string): Execution {
    const execution = this.#options.store.find(machineArn, name)
    if (!execution) {
      throw new StatesRefusal(
        'ExecutionDoesNotExist',
        `Execution Does Not Exist: '${executionArn(machineArn, name)}'`,
      )
    }
    return execution
  }

  list(machineArn: string): Execution[] {
    this.#machine(machineArn)
    return this.#options.store.of(machineArn)
  }

  async #take(execution: Execution): Promise<void> {
    const { definition } = this.#machine(execution.machine)
    const { progress } = execution
    if (progress.step.kind === 'wait') {
      this.#record(execution, waited(definition, progress, this.#around(execution)))
      return
    }
    if (progress.step.kind !== 'task') return
    const result = await this.#options.invoke(progress.step.resource, progress.step.payload)
    const around = this.#around(execution)
    const next = result.fault
      ? taskFailed(definition, progress, result.fault, around)
      : taskDone(definition, progress, result.payload as Json, around)
    this.#record(execution, next)
  }

  /** Stores what was reached, unless the execution was stopped meanwhile. */
  #record(execution: Execution, progress: Progress): void {
    const { store, clock } = this.#options
    const stored = store.find(execution.machine, execution.name)
    if (stored && stored.status !== 'RUNNING' && stored.startedAt === execution.startedAt) return
    Object.assign(execution, { progress, ...outcomeOf(progress, clock.now()) })
    store.save(execution)
  }

  #machine(arn: string): Machine {
    const machine = this.#options.machines.find((candidate) => candidate.arn === arn)
    if (!machine)
      throw new StatesRefusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)
    return machine
  }

  #around({ machine, name, input, startedAt, progress }: Execution): Surroundings {
    const context: JsonObject = {
      Execution: {
        Id: executionArn(machine, name),
        Name: name,
        Input: parsed(input),
        StartTime: new Date(startedAt).toISOString(),
      },
      State: { Name: progress.stateName },
      StateMachine: { Id: machine, Name: machine.split(':').at(-1) ?? '' },
    }
    return { now: this.#options.clock.now(), random: (this.#options.random ?? Math.random)(), context }
  }
}

function outcomeOf({ step }: Progress, now: number): Partial<Execution> {
  if (step.kind === 'wait' || step.kind === 'task') return { wakeAt: step.untilMs }
  const ended = { wakeAt: null, stoppedAt: now }
  if (step.kind === 'succeeded') return { ...ended, status: 'SUCCEEDED', output: JSON.stringify(step.output) }
  return { ...ended, status: 'FAILED', error: step.error, cause: step.cause }
}

function parsed(input: string): Json {
  try {
    return JSON.parse(input) as Json
  } catch {
    throw new StatesRefusal('InvalidExecutionInput', 'Invalid execution input: it is not JSON')
  }
}
