import * as z from 'zod/mini'

/** The key of a category's question, and of the answer to it, for ever. */
export const FieldId = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))
const Answer = z.union([z.string().check(z.maxLength(2000)), z.number(), z.boolean()])

/** What somebody answered, by the id of the field; a date as `2026-03-01`, a choice by the id of its option. */
export const Answers = z.record(FieldId, Answer)
export type Answers = z.infer<typeof Answers>
