import * as z from 'zod/mini'

export const FieldId = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))

/** What somebody answered, by the id of the field; a date as `2026-03-01`, a choice by the id of its option. */
export const Answers = z.record(
  FieldId,
  z.union([z.string().check(z.maxLength(2000)), z.number(), z.boolean()]),
)
export type Answers = z.infer<typeof Answers>
