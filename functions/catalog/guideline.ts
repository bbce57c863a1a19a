import * as z from 'zod/mini'
import { Text } from '../runtime/text.ts'

/** What makes a record of this category complete, each criterion with its weight in the score. */
export const Criterion = z.object({
  id: z.string(),
  label: Text,
  weight: z._default(z.number().check(z.int(), z.minimum(1), z.maximum(100)), 1),
  check: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('field'), fieldId: z.string() }),
    z.object({
      kind: z.literal('description'),
      atLeastCharacters: z.number().check(z.int(), z.minimum(1), z.maximum(20_000)),
    }),
    z.object({ kind: z.literal('service') }),
    z.object({ kind: z.literal('category') }),
  ]),
})
export type Criterion = z.infer<typeof Criterion>
