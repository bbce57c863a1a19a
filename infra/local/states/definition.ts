import { UnknownInTemplate } from '../resolution.ts'
import type { Json, JsonObject } from '../template.ts'

export interface Retrier {
  ErrorEquals: string[]
  IntervalSeconds?: number
  MaxAttempts?: number
  BackoffRate?: number
  MaxDelaySeconds?: number
  JitterStrategy?: 'FULL' | 'NONE'
}

interface Catcher {
  ErrorEquals: string[]
  Next: string
  ResultPath?: string | null
}

export interface State {
  Type: 'Task' | 'Wait' | 'Choice' | 'Pass' | 'Succeed' | 'Fail'
  Next?: string
  End?: boolean
  Resource?: string
  InputPath?: string | null
  OutputPath?: string | null
  ResultPath?: string | null
  Parameters?: Json
  ResultSelector?: Json
  Result?: Json
  Retry?: Retrier[]
  Catch?: Catcher[]
  Seconds?: number
  SecondsPath?: string
  Timestamp?: string
  TimestampPath?: string
  Choices?: JsonObject[]
  Default?: string
  Error?: string
  Cause?: string
}

export interface StatesDefinition {
  StartAt: string
  States: Record<string, State>
}

const MACHINE_FIELDS = ['Comment', 'StartAt', 'States', 'QueryLanguage', 'Version']
const ANY_STATE = ['Type', 'Comment', 'QueryLanguage']
const PATHS = ['InputPath', 'OutputPath']
const FIELDS: Record<State['Type'], string[]> = {
  Task: [...PATHS, 'Next', 'End', 'Resource', 'Parameters', 'ResultSelector', 'ResultPath', 'Retry', 'Catch'],
  Wait: [...PATHS, 'Next', 'End', 'Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Choice: [...PATHS, 'Choices', 'Default'],
  Pass: [...PATHS, 'Next', 'End', 'Result', 'ResultPath', 'Parameters'],
  Succeed: PATHS,
  Fail: ['Error', 'Cause'],
}

/** @throws UnknownInTemplate naming the first thing in the definition that the interpreter does not act out. */
export function parseDefinition(name: string, text: string): StatesDefinition {
  const definition = JSON.parse(text) as StatesDefinition & JsonObject
  const refuse = (what: string) => {
    throw new UnknownInTemplate(`State machine ${name}: ${what}, which the local run does not know`)
  }
  for (const field of Object.keys(definition)) if (!MACHINE_FIELDS.includes(field)) refuse(`it has ${field}`)
  if ((definition.QueryLanguage ?? 'JSONPath') !== 'JSONPath') refuse('it asks for JSONata')
  if (!definition.States[definition.StartAt]) refuse(`it starts at ${definition.StartAt}`)
  for (const [stateName, state] of Object.entries(definition.States)) {
    const known = FIELDS[state.Type]
    if (!known) refuse(`"${stateName}" is of type ${state.Type}`)
    for (const field of Object.keys(state)) {
      if (!known.includes(field) && !ANY_STATE.includes(field)) refuse(`"${stateName}" has ${field}`)
    }
    if (state.Type === 'Task' && !state.Resource?.includes(':function:'))
      refuse(`"${stateName}" calls ${state.Resource}`)
    if (JSON.stringify(state).includes('States.Format')) refuse(`"${stateName}" uses intrinsic functions`)
    for (const next of [state.Next, state.Default, ...(state.Catch ?? []).map(({ Next }) => Next)]) {
      if (next !== undefined && !definition.States[next]) refuse(`"${stateName}" leads to ${next}`)
    }
  }
  return definition
}
