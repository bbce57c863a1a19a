import * as z from 'zod/mini'
import { FieldId as Id } from '../incidents/fields.ts'
import { Text } from '../runtime/text.ts'
import { lineOf } from './tree.ts'

const fieldKinds = ['text', 'choice', 'number', 'date', 'yes_no', 'file'] as const

/**
 * A question that a category adds to the form. Its id is the key in an incident's `fields`, for ever:
 * a question is retired by leaving the form, its answers stay readable, and its kind never changes.
 */
export const Field = z.object({
  id: Id,
  kind: z.enum(fieldKinds),
  label: Text,
  help: z.optional(Text),
  example: z.optional(Text),
  required: z._default(z.boolean(), false),
  /** What a choice offers; an answer is the id of one of them. */
  options: z._default(z.array(z.object({ id: Id, label: Text })).check(z.maxLength(50)), []),
  /** Asked only while another field, further up, has this answer. */
  shownWhen: z.optional(z.object({ fieldId: Id, equals: z.union([z.string(), z.number(), z.boolean()]) })),
})
export type Field = z.infer<typeof Field>

type Asking = { id: string; parentId?: string; form: readonly Field[] }

/** What is asked about an incident of this category: the questions of the categories above it, then its own. */
export const formOf = (categories: readonly Asking[], categoryId: string | undefined): Field[] =>
  lineOf(categories, categoryId).flatMap(({ form }) => form)
