import { describe, expect, test } from 'vitest'
import type { StatesDefinition } from '../../../infra/local/states/definition.ts'
import {
  begin,
  type Progress,
  taskDone,
  taskFailed,
  waited,
} from '../../../infra/local/states/interpreter.ts'
import type { Json } from '../../../infra/local/template.ts'

const now = Date.parse('2026-05-01T10:00:00Z')
const around = { now, random: 0.5, context: { Execution: { Name: 'inc-000001-g1' } } }
const task = { Type: 'Task', Resource: 'arn:aws:lambda:eu-central-1:0:function:wake', End: true } as const

const machine = (States: StatesDefinition['States'], StartAt = 'first'): StatesDefinition => ({
  StartAt,
  States,
})
const start = (first: StatesDefinition['States'][string], input: Json = {}): Progress =>
  begin(machine({ first, last: { Type: 'Succeed' } }), input, around)

describe('Wait', () => {
  test.each([
    ['Seconds', { Seconds: 90 }, {}, now + 90_000],
    ['SecondsPath', { SecondsPath: '$.wait' }, { wait: 5 }, now + 5000],
    ['Timestamp', { Timestamp: '2026-05-01T10:05:00Z' }, {}, now + 300_000],
    ['TimestampPath', { TimestampPath: '$.dueAt' }, { dueAt: '2026-05-01T10:05:00.250Z' }, now + 300_250],
    [
      'an instant that has passed',
      { TimestampPath: '$.dueAt' },
      { dueAt: '2026-05-01T09:00:00Z' },
      now - 3_600_000,
    ],
  ])('waits for %s', (_name, how, input, untilMs) => {
    expect(start({ Type: 'Wait', Next: 'last', ...how }, input).step).toEqual({ kind: 'wait', untilMs })
  })

  test.each([
    ['nothing at the path', { TimestampPath: '$.dueAt' }, {}],
    ['a date without a time', { TimestampPath: '$.dueAt' }, { dueAt: '2026-05-01' }],
    ['a number of seconds that is none', { SecondsPath: '$.wait' }, { wait: 'soon' }],
  ])('fails on %s', (_name, how, input) => {
    expect(start({ Type: 'Wait', Next: 'last', ...how }, input as Json).step.kind).toBe('failed')
  })

  test('goes on to the next state when it is over', () => {
    const definition = machine({ first: { Type: 'Wait', Seconds: 1, Next: 'wake' }, wake: task })
    const progress = waited(definition, begin(definition, { generation: 7 }, around), around)
    expect(progress).toMatchObject({
      stateName: 'wake',
      step: { kind: 'task', payload: { generation: 7 }, untilMs: now },
    })
  })
})

describe('Task', () => {
  test('fills its parameters from the input and the context', () => {
    const Parameters = { 'id.$': '$.subject.id', 'name.$': '$$.Execution.Name', fixed: true }
    const { step } = start({ ...task, Parameters }, { subject: { id: 'INC-000001' } })
    expect(step).toMatchObject({ payload: { id: 'INC-000001', name: 'inc-000001-g1', fixed: true } })
  })

  test('places its answer by ResultPath, and nowhere with null', () => {
    const placed = machine({ first: { ...task, ResultPath: '$.woken' } })
    const dropped = machine({ first: { ...task, ResultPath: null } })
    const output = (definition: StatesDefinition) =>
      taskDone(definition, begin(definition, { a: 1 }, around), { ok: true }, around).step
    expect(output(placed)).toEqual({ kind: 'succeeded', output: { a: 1, woken: { ok: true } } })
    expect(output(dropped)).toEqual({ kind: 'succeeded', output: { a: 1 } })
  })

  const fault = { errorType: 'TypeError', errorMessage: 'broken' }
  const Retry = [
    { ErrorEquals: ['States.ALL'], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 3, MaxDelaySeconds: 5 },
  ]

  test('is tried again with growing pauses up to the longest, and then fails the execution', () => {
    const definition = machine({ first: { ...task, Retry } })
    let progress = begin(definition, {}, around)
    const pauses: number[] = []
    for (let attempt = 0; attempt < 3; attempt++) {
      progress = taskFailed(definition, progress, fault, around)
      if (progress.step.kind === 'task') pauses.push((progress.step.untilMs - now) / 1000)
    }
    expect(pauses).toEqual([2, 4, 5])
    expect(taskFailed(definition, progress, fault, around).step).toMatchObject({
      kind: 'failed',
      error: 'TypeError',
    })
  })

  test('takes a share of the pause when jitter is full', () => {
    const definition = machine({
      first: { ...task, Retry: [{ ...Retry[0], ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL' }] },
    })
    const { step, transitions } = taskFailed(definition, begin(definition, {}, around), fault, around)
    expect(transitions).toBe(2)
    expect(step).toMatchObject({ untilMs: now + 1000 })
  })

  test('is caught by the name of its error, with the error at its ResultPath', () => {
    const Catch = [
      { ErrorEquals: ['RangeError'], Next: 'other' },
      { ErrorEquals: ['States.TaskFailed'], Next: 'last', ResultPath: '$.error' },
    ]
    const definition = machine({
      first: { ...task, Catch },
      last: { Type: 'Succeed' },
      other: { Type: 'Fail' },
    })
    const { step } = taskFailed(definition, begin(definition, { a: 1 }, around), fault, around)
    expect(step).toMatchObject({ kind: 'succeeded', output: { a: 1, error: { Error: 'TypeError' } } })
  })
})

describe('Choice', () => {
  const choose = (rule: object, input: Json) => {
    const definition = machine({
      first: { Type: 'Choice', Choices: [{ ...rule, Next: 'yes' }], Default: 'no' },
      yes: { Type: 'Pass', Result: 'yes', End: true },
      no: { Type: 'Pass', Result: 'no', End: true },
    })
    const { step } = begin(definition, input, around)
    return step.kind === 'succeeded' ? step.output : step
  }

  test.each([
    [{ Variable: '$.a', NumericGreaterThan: 3 }, { a: 4 }, 'yes'],
    [{ Variable: '$.a', NumericGreaterThan: 3 }, { a: '4' }, 'no'],
    [{ Variable: '$.a', StringEquals: 'x' }, { a: 'x' }, 'yes'],
    [{ Variable: '$.a', StringMatches: 'INC-*' }, { a: 'INC-000001' }, 'yes'],
    [{ Variable: '$.a', StringEqualsPath: '$.b' }, { a: 'x', b: 'y' }, 'no'],
    [{ Variable: '$.a', BooleanEquals: true }, { a: true }, 'yes'],
    [
      { Variable: '$.a', TimestampLessThan: '2026-05-01T10:00:00Z' },
      { a: '2026-05-01T11:30:00+02:00' },
      'yes',
    ],
    [{ Variable: '$.a', IsPresent: false }, {}, 'yes'],
    [{ Variable: '$.a', IsNull: true }, { a: null }, 'yes'],
    [
      {
        And: [
          { Variable: '$.a', IsPresent: true },
          { Variable: '$.a', NumericEquals: 1 },
        ],
      },
      { a: 1 },
      'yes',
    ],
    [
      {
        Or: [
          { Variable: '$.a', NumericEquals: 2 },
          { Variable: '$.a', NumericEquals: 1 },
        ],
      },
      { a: 1 },
      'yes',
    ],
    [{ Not: { Variable: '$.a', NumericEquals: 1 } }, { a: 1 }, 'no'],
  ])('%j of %j goes %s', (rule, input, way) => {
    expect(choose(rule, input as Json)).toBe(way)
  })

  test('fails by name when nothing matches and there is no default', () => {
    const { step } = start(
      { Type: 'Choice', Choices: [{ Variable: '$.a', NumericEquals: 1, Next: 'last' }] },
      { a: 2 },
    )
    expect(step).toMatchObject({ kind: 'failed', error: 'States.NoChoiceMatched' })
  })
})

test('Fail ends with its own error', () => {
  expect(start({ Type: 'Fail', Error: 'Stale', Cause: 'Another came first' }).step).toEqual({
    kind: 'failed',
    error: 'Stale',
    cause: 'Another came first',
  })
})

test('a circle of states without a wait ends as a failure', () => {
  const definition = machine({
    first: { Type: 'Pass', Next: 'second' },
    second: { Type: 'Pass', Next: 'first' },
  })
  expect(begin(definition, {}, around).step.kind).toBe('failed')
})
