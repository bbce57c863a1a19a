import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { Occurrence } from '../occurrence.ts'
import { Mapping } from '../source.ts'
import { nothingCaptured } from '../source-access.ts'
import { tryOut } from '../try-out.ts'

export const trySource = operation({
  method: 'POST',
  path: '/sources/{id}/try',
  summary:
    'Read a payload, or the last that came, by a mapping, or the stored one: what alerts it would be. Changes nothing',
  action: 'settings.edit',
  body: z.object({ mapping: z.optional(Mapping), payload: z.optional(z.unknown()) }),
  answers: {
    status: 200,
    description: 'The alerts that it would be, or what is wrong',
    schema: z.object({
      occurrences: z.array(Occurrence),
      errors: z.array(z.object({ path: z.string(), message: z.string() })),
      detail: z.optional(z.string()),
    }),
  },
  async load({ id = '' }, { settings, traffic }) {
    const [{ alertSources }, captured] = await Promise.all([settings.current(), traffic.captured(id)])
    const source = alertSources.find((one) => one.id === id)
    return source && { source, captured }
  },
  async perform({ subject: { source, captured }, body: { mapping, payload }, now, language }) {
    if (payload === undefined && !captured) throw nothingCaptured()
    const tried = { ...source, ...(mapping && { mapping }) }
    return ok(tryOut(tried, payload === undefined ? captured?.text : { payload }, { now, language }))
  },
})
