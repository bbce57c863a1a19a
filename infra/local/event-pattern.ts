import { UnknownInTemplate } from './resolution.ts'
import type { Json, JsonObject } from './template.ts'

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Matcher = (value: Json | undefined) => boolean

function contentMatcher(rule: JsonObject): Matcher {
  const [operator = ''] = Object.keys(rule)
  const wanted = rule[operator]
  const text = String(wanted)
  switch (operator) {
    case 'exists':
      return (value) => (value !== undefined) === wanted
    case 'prefix':
      return (value) => typeof value === 'string' && value.startsWith(text)
    case 'suffix':
      return (value) => typeof value === 'string' && value.endsWith(text)
    case 'equals-ignore-case':
      return (value) => typeof value === 'string' && value.toLowerCase() === text.toLowerCase()
    case 'anything-but': {
      const refused: unknown[] = Array.isArray(wanted) ? wanted : [wanted]
      return (value) => value !== undefined && !refused.includes(value)
    }
    default:
      throw new UnknownInTemplate(`A filter pattern uses "${operator}", which the local run does not know`)
  }
}

/**
 * Compiles the pattern of a filter criterion: every field must match, a field by any of its rules.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
function compilePattern(pattern: Json): Matcher {
  if (Array.isArray(pattern)) {
    const rules = pattern.map(
      (rule): Matcher => (isObject(rule) ? contentMatcher(rule) : (value) => value === rule),
    )
    return (value) => rules.some((rule) => rule(value))
  }
  if (!isObject(pattern))
    throw new UnknownInTemplate(`A filter pattern holds ${JSON.stringify(pattern)} outside a list`)
  const fields = Object.entries(pattern).map(([name, inner]) => [name, compilePattern(inner)] as const)
  return (value) => fields.every(([name, matches]) => matches(isObject(value) ? value[name] : undefined))
}

/** Whether any of the patterns takes the record; without patterns every record is taken. */
export function filterOf(patterns: Json[]): (record: unknown) => boolean {
  const compiled = patterns.map(compilePattern)
  return (record) => compiled.length === 0 || compiled.some((matches) => matches(record as Json))
}
