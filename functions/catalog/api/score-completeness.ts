import * as z from 'zod/mini'
import { Answers } from '../../incidents/fields.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { Text } from '../../runtime/text.ts'
import { completenessOf } from '../completeness.ts'

const Reference = z.optional(z.string().check(z.maxLength(64)))

export const scoreCompleteness = operation({
  method: 'POST',
  path: '/completeness',
  summary: 'Score a record while it is being written; nothing is stored',
  action: 'catalog.read',
  body: z.object({
    categoryId: Reference,
    serviceId: Reference,
    description: z._default(z.string().check(z.maxLength(20_000)), ''),
    fields: z._default(Answers, {}),
  }),
  answers: {
    status: 200,
    description: 'How complete it is in percent, and what is missing',
    schema: z.object({ percent: z.int(), missing: z.array(z.object({ id: z.string(), label: Text })) }),
  },
  load: (_params, { settings }) => settings.current(),
  perform: async ({ subject, body }) => ok(completenessOf(subject.categories, body)),
})
