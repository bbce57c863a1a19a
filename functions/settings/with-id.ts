import * as z from 'zod/mini'

/** What an item of a collection looks like: one shape, or several that `kind` tells apart. */
export type Shape = z.ZodMiniObject | z.ZodMiniDiscriminatedUnion<readonly z.ZodMiniObject[]>

/** The same with another rule for the id; of several shapes, in each. */
export function withId(schema: Shape, id: z.ZodMiniType): z.ZodMiniType {
  if (schema instanceof z.ZodMiniObject) return z.extend(schema, { id })
  const [first, ...others] = schema.def.options.map((one) => z.extend(one, { id }))
  return first ? z.discriminatedUnion('kind', [first, ...others]) : schema
}
