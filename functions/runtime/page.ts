import * as z from 'zod/mini'
import { Refusal } from './refusal.ts'

const defaultPageSize = 25

export const PageQuery = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), defaultPageSize),
  cursor: z.optional(z.string().check(z.maxLength(2000))),
})
export type PageRequest = z.infer<typeof PageQuery>
export type Page<Item> = { items: Item[]; nextCursor?: string }

/** The place to go on from, opaque to the client: whatever the list needs, as base64url JSON. */
export const encodeCursor = (place: unknown): string | undefined =>
  place === undefined ? undefined : Buffer.from(JSON.stringify(place)).toString('base64url')

/** @throws Refusal `malformed` for a cursor that this list did not give out. */
export function decodeCursor<Schema extends z.ZodMiniType>(
  cursor: string | undefined,
  schema: Schema,
): z.output<Schema> | undefined {
  if (cursor === undefined) return undefined
  try {
    return z.parse(schema, JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw foreignCursor()
  }
}

export const foreignCursor = () =>
  new Refusal('malformed', {
    en: 'This page marker is not one of ours. Start again from the first page.',
    de: 'Diese Seitenmarke stammt nicht von uns. Bitte beginnen Sie wieder auf der ersten Seite.',
  })
