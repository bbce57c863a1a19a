import * as z from 'zod/mini'

/** What several operations take or answer, by the name under which the document holds it once. */
export type Shapes = Readonly<Record<string, z.ZodMiniType>>

export const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output') => {
  const { $schema, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // The format says it already, and in fewer words than the expression behind it.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
    },
  })
  return json
}

/**
 * The named schemas and the rest of a document with a reference wherever one of them stands in full.
 * What is taken in another form than it is answered in, without its defaults, has `Input` behind its name.
 */
export function withReferences<Rest>(rest: Rest, shapes: Shapes) {
  const schemas = new Map<string, unknown>()
  const names = new Map<string, string>()
  for (const [name, shape] of Object.entries(shapes)) {
    for (const [io, full] of [['output', name] as const, ['input', `${name}Input`] as const]) {
      const json = schemaOf(shape, io)
      const text = JSON.stringify(json)
      if (names.has(text)) continue
      names.set(text, full)
      schemas.set(full, json)
    }
  }
  const referring = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    const name = names.get(JSON.stringify(value))
    return name ? { $ref: `#/components/schemas/${name}` } : inside(value)
  }
  const inside = (value: object): unknown =>
    Array.isArray(value)
      ? value.map(referring)
      : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, referring(inner)]))

  const referred = referring(rest) as Rest
  const used = new Map([...schemas].map(([name, json]) => [name, inside(json as object)]))
  return { rest: referred, schemas: Object.fromEntries(mentioned(used, referred)) }
}

/** The schemas that something refers to, also by way of another. */
function mentioned(schemas: ReadonlyMap<string, unknown>, from: unknown): [string, unknown][] {
  const found = new Set<string>()
  const follow = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue
      found.add(name)
      follow(schemas.get(name) ?? {})
    }
  }
  follow(from)
  return [...schemas].filter(([name]) => found.has(name))
}
