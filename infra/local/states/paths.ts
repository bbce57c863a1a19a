import type { Json, JsonObject } from '../template.ts'

/** A failure that the States language names itself, e.g. `States.Runtime`. */
export class StatesError extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

/** The segments of a reference path: `$.a.b[0]`, `$['a b']`. */
function segmentsOf(path: string): (string | number)[] {
  const segments: (string | number)[] = []
  let rest = path.slice(1)
  while (rest !== '') {
    const match = /^(?:\.([\p{L}\w-]+)|\[(\d+)\]|\['([^']*)'\])/u.exec(rest)
    if (!match) throw new StatesError('States.Runtime', `"${path}" is not a reference path`)
    segments.push(match[2] === undefined ? (match[1] ?? match[3] ?? '') : Number(match[2]))
    rest = rest.slice(match[0].length)
  }
  return segments
}

/** The value at a path, or undefined when there is none. `$$.` reads the context object. */
export function lookUp(path: string, input: Json, context: Json = {}): Json | undefined {
  const isContext = path.startsWith('$$')
  let value: Json | undefined = isContext ? context : input
  for (const segment of segmentsOf(isContext ? path.slice(1) : path)) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as JsonObject)[segment]
  }
  return value
}

/** @throws StatesError when nothing is at the path, as the States language demands. */
export function read(path: string, input: Json, context: Json = {}): Json {
  const value = lookUp(path, input, context)
  if (value === undefined) throw new StatesError('States.ParameterPathFailure', `Nothing is at "${path}"`)
  return value
}

/** InputPath and OutputPath: null gives an empty object. */
export function throughPath(path: string | null | undefined, value: Json, context: Json): Json {
  if (path === null) return {}
  return path === undefined ? value : read(path, value, context)
}

/** ResultPath: null keeps the input, `$` takes the result, a path writes the result into the input. */
export function placeResult(path: string | null | undefined, input: Json, result: Json): Json {
  if (path === null) return input
  if (path === undefined || path === '$') return result
  const output = structuredClone(typeof input === 'object' && input !== null ? input : {}) as JsonObject
  let at = output
  const segments = segmentsOf(path)
  for (const segment of segments.slice(0, -1)) {
    const inner = at[segment]
    const next: JsonObject = typeof inner === 'object' && inner !== null ? (inner as JsonObject) : {}
    at[segment] = next
    at = next
  }
  at[segments.at(-1) ?? ''] = result
  return output
}

/** Fills a payload template: keys that end in `.$` hold paths. */
export function fill(template: Json, input: Json, context: Json): Json {
  if (Array.isArray(template)) return template.map((item) => fill(item, input, context))
  if (typeof template !== 'object' || template === null) return template
  const entries = Object.entries(template).map(([key, value]) =>
    key.endsWith('.$')
      ? [key.slice(0, -2), read(String(value), input, context)]
      : [key, fill(value, input, context)],
  )
  return Object.fromEntries(entries)
}
