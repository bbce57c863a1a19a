import type { FunctionFault } from '../invocation.ts'
import type { Json, JsonObject } from '../template.ts'
import { holds } from './choice.ts'
import type { Retrier, State, StatesDefinition } from './definition.ts'
import { fill, placeResult, read, StatesError, throughPath } from './paths.ts'

/** Where an execution stands; everything that must outlive the process. */
export interface Progress {
  stateName: string
  input: Json
  /** Retries used, by the retrier's place in the state. */
  retries: Record<string, number>
  /** What AWS charges for: states entered, and retries. */
  transitions: number
  step: Step
}

type Step =
  | { kind: 'wait'; untilMs: number }
  /** A task runs, or waits until it may be tried again. */
  | { kind: 'task'; resource: string; payload: Json; untilMs: number }
  | { kind: 'succeeded'; output: Json }
  | { kind: 'failed'; error: string; cause: string }

export interface Surroundings {
  /** Milliseconds of the shifted clock. */
  now: number
  /** From 0 to 1, for jitter. */
  random: number
  /** The context object, read as `$$.`. */
  context: JsonObject
}

/** Statements outside the list of states never follow each other for ever. */
const MOST_TRANSITIONS = 1000

/** Starts an execution and goes on to where it first has to wait for time or a task. */
export function begin(definition: StatesDefinition, input: Json, around: Surroundings): Progress {
  return enter(definition, { name: definition.StartAt, input }, 0, around)
}

/** Goes on after a wait that is over. */
export function waited(definition: StatesDefinition, progress: Progress, around: Surroundings): Progress {
  return guarded(progress, () => {
    const state = stateOf(definition, progress.stateName)
    const output = throughPath(
      state.OutputPath,
      throughPath(state.InputPath, progress.input, around.context),
      around.context,
    )
    return leave(definition, progress, state, output, around)
  })
}

/** Goes on after a task that answered. */
export function taskDone(
  definition: StatesDefinition,
  progress: Progress,
  answer: Json,
  around: Surroundings,
): Progress {
  return guarded(progress, () => {
    const state = stateOf(definition, progress.stateName)
    const { context } = around
    const result = state.ResultSelector === undefined ? answer : fill(state.ResultSelector, answer, context)
    const input = throughPath(state.InputPath, progress.input, context)
    const output = throughPath(state.OutputPath, placeResult(state.ResultPath, input, result), context)
    return leave(definition, progress, state, output, around)
  })
}

/** Goes on after a task that failed: tries again, is caught, or fails the execution. */
export function taskFailed(
  definition: StatesDefinition,
  progress: Progress,
  fault: FunctionFault,
  around: Surroundings,
): Progress {
  return guarded(progress, () => {
    const state = stateOf(definition, progress.stateName)
    const error = fault.errorType
    const cause = JSON.stringify(fault)
    const index = (state.Retry ?? []).findIndex(({ ErrorEquals }) => covers(ErrorEquals, error))
    const retrier = state.Retry?.[index]
    const used = progress.retries[index] ?? 0
    if (retrier && used < (retrier.MaxAttempts ?? 3) && progress.step.kind === 'task') {
      const untilMs = around.now + delaySeconds(retrier, used, around.random) * 1000
      const retries = { ...progress.retries, [index]: used + 1 }
      const transitions = progress.transitions + 1
      return { ...progress, retries, transitions, step: { ...progress.step, untilMs } }
    }
    const catcher = state.Catch?.find(({ ErrorEquals }) => covers(ErrorEquals, error))
    if (!catcher) return { ...progress, step: { kind: 'failed', error, cause } }
    const caught = placeResult(catcher.ResultPath, progress.input, { Error: error, Cause: cause })
    return enter(definition, { name: catcher.Next, input: caught }, progress.transitions, around)
  })
}

type Place = { name: string; input: Json }

function enter(
  definition: StatesDefinition,
  first: Place,
  transitionsBefore: number,
  around: Surroundings,
): Progress {
  let at = first
  const most = transitionsBefore + MOST_TRANSITIONS
  const placeOf = ({ name, input }: Place, transitions: number) => ({
    stateName: name,
    input,
    retries: {},
    transitions,
  })
  for (let transitions = transitionsBefore + 1; transitions <= most; transitions++) {
    const here: Progress = { ...placeOf(at, transitions), step: { kind: 'wait', untilMs: 0 } }
    const outcome = attempt(here, () => arrive(definition, here, around))
    if ('step' in outcome) return outcome
    at = outcome
  }
  const step: Step = { kind: 'failed', error: 'States.Runtime', cause: 'The execution makes no progress' }
  return { ...placeOf(at, most), step }
}

/** Answers where the execution rests, or the state that follows at once. */
function arrive(definition: StatesDefinition, here: Progress, around: Surroundings): Progress | Place {
  const { context, now } = around
  const state = stateOf(definition, here.stateName)
  const input = state.Type === 'Fail' ? here.input : throughPath(state.InputPath, here.input, context)
  const parameters = state.Parameters === undefined ? input : fill(state.Parameters, input, context)
  switch (state.Type) {
    case 'Wait':
      return { ...here, step: { kind: 'wait', untilMs: endOfWait(state, input, now, context) } }
    case 'Task':
      return {
        ...here,
        step: { kind: 'task', resource: state.Resource ?? '', payload: parameters, untilMs: now },
      }
    case 'Succeed':
      return { ...here, step: { kind: 'succeeded', output: throughPath(state.OutputPath, input, context) } }
    case 'Fail':
      return { ...here, step: { kind: 'failed', error: state.Error ?? '', cause: state.Cause ?? '' } }
    case 'Choice': {
      const rule = state.Choices?.find((choice) => holds(choice, input, context))
      const name = rule ? String(rule.Next) : state.Default
      if (!name) throw new StatesError('States.NoChoiceMatched', `Nothing in "${here.stateName}" matches`)
      return { name, input: throughPath(state.OutputPath, input, context) }
    }
    case 'Pass': {
      const placed = placeResult(state.ResultPath, input, state.Result ?? parameters)
      const output = throughPath(state.OutputPath, placed, context)
      return state.Next
        ? { name: state.Next, input: output }
        : { ...here, step: { kind: 'succeeded', output } }
    }
  }
}

function leave(
  definition: StatesDefinition,
  progress: Progress,
  state: State,
  output: Json,
  around: Surroundings,
): Progress {
  if (state.Next) return enter(definition, { name: state.Next, input: output }, progress.transitions, around)
  return { ...progress, step: { kind: 'succeeded', output } }
}

function attempt<T>(progress: Progress, work: () => T): T | Progress {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof StatesError)) throw error
    return { ...progress, step: { kind: 'failed', error: error.name, cause: error.message } }
  }
}

const guarded = (progress: Progress, work: () => Progress): Progress => attempt(progress, work)

function stateOf(definition: StatesDefinition, name: string): State {
  const state = definition.States[name]
  if (!state) throw new StatesError('States.Runtime', `There is no state "${name}"`)
  return state
}

function endOfWait(state: State, input: Json, now: number, context: Json): number {
  if (state.Seconds !== undefined) return now + state.Seconds * 1000
  if (state.SecondsPath !== undefined)
    return now + wholeSeconds(read(state.SecondsPath, input, context)) * 1000
  const text = state.TimestampPath === undefined ? state.Timestamp : read(state.TimestampPath, input, context)
  const instant =
    typeof text === 'string' && /T.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(instant)) throw new StatesError('States.Runtime', `"${text}" is no timestamp to wait for`)
  return instant
}

function wholeSeconds(value: Json): number {
  if (typeof value === 'number' && value >= 0) return value
  throw new StatesError('States.Runtime', `${JSON.stringify(value)} is no number of seconds to wait`)
}

function covers(names: string[], error: string): boolean {
  if (names.includes('States.ALL') || names.includes(error)) return true
  return names.includes('States.TaskFailed') && error !== 'States.Timeout'
}

function delaySeconds(
  { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds, JitterStrategy }: Retrier,
  used: number,
  random: number,
): number {
  const delay = Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds ?? Number.POSITIVE_INFINITY)
  return JitterStrategy === 'FULL' ? delay * random : delay
}
