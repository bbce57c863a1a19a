import * as z from 'zod/mini'
import { Text } from '../runtime/text.ts'
import { Field } from './form.ts'
import { Criterion } from './guideline.ts'

const Ids = z.array(z.string())

export const Service = z.object({
  id: z.string(),
  name: Text,
  hint: z.optional(Text),
  teamId: z.optional(z.string()),
  ownerIds: z._default(Ids, []),
  componentIds: z._default(Ids, []),
  /** No longer offered; incidents that name it keep it. */
  retired: z._default(z.boolean(), false),
})
export type Service = z.infer<typeof Service>

export const Category = z.object({
  id: z.string(),
  name: Text,
  hint: z.optional(Text),
  parentId: z.optional(z.string()),
  /** What the form asks for this category, after what it asks for the categories above. */
  form: z._default(z.array(Field).check(z.maxLength(40)), []),
  guideline: z._default(z.array(Criterion).check(z.maxLength(40)), []),
  retired: z._default(z.boolean(), false),
})
export type Category = z.infer<typeof Category>
