import type { Json, JsonObject } from '../template.ts'
import { lookUp, read, StatesError } from './paths.ts'

type Compare = (left: Json, right: Json) => boolean

const sameType = (type: string, compare: (a: never, b: never) => boolean): Compare => {
  return (left, right) =>
    typeof left === type && typeof right === type && compare(left as never, right as never)
}
const instant = (value: Json) => (typeof value === 'string' ? Date.parse(value) : Number.NaN)

const ORDER: Record<string, (a: number | string, b: number | string) => boolean> = {
  Equals: (a, b) => a === b,
  LessThan: (a, b) => a < b,
  LessThanEquals: (a, b) => a <= b,
  GreaterThan: (a, b) => a > b,
  GreaterThanEquals: (a, b) => a >= b,
}

function wildcard(pattern: string): RegExp {
  const parts = pattern
    .split(/(?<!\\)\*/)
    .map((part) => part.replace(/\\\*/g, '*').replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}

const COMPARATORS: Record<string, Compare> = { BooleanEquals: sameType('boolean', (a, b) => a === b) }
for (const [name, order] of Object.entries(ORDER)) {
  COMPARATORS[`String${name}`] = sameType('string', order)
  COMPARATORS[`Numeric${name}`] = sameType('number', order)
  COMPARATORS[`Timestamp${name}`] = (left, right) => order(instant(left), instant(right))
}
COMPARATORS.StringMatches = sameType('string', (text: string, pattern: string) =>
  wildcard(pattern).test(text),
)

const KINDS: Record<string, (value: Json) => boolean> = {
  IsNull: (value) => value === null,
  IsString: (value) => typeof value === 'string',
  IsNumeric: (value) => typeof value === 'number',
  IsBoolean: (value) => typeof value === 'boolean',
  IsTimestamp: (value) => !Number.isNaN(instant(value)),
}

/** Whether a rule of a Choice state holds for its input. */
export function holds(rule: JsonObject, input: Json, context: Json): boolean {
  if (Array.isArray(rule.And)) return rule.And.every((inner) => holds(inner as JsonObject, input, context))
  if (Array.isArray(rule.Or)) return rule.Or.some((inner) => holds(inner as JsonObject, input, context))
  if (rule.Not !== undefined) return !holds(rule.Not as JsonObject, input, context)
  const operator = Object.keys(rule).find((key) => !['Variable', 'Next', 'Comment'].includes(key)) ?? ''
  const wanted = rule[operator] as Json
  const variable = String(rule.Variable)
  if (operator === 'IsPresent') return (lookUp(variable, input, context) !== undefined) === wanted
  const actual = read(variable, input, context)
  const kind = KINDS[operator]
  if (kind) return kind(actual) === wanted
  const compare = COMPARATORS[operator.replace(/Path$/, '')]
  if (!compare)
    throw new StatesError('States.Runtime', `The local run does not know the comparison ${operator}`)
  return compare(actual, operator.endsWith('Path') ? read(String(wanted), input, context) : wanted)
}
