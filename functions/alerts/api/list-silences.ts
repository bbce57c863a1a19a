import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { type Page, PageQuery } from '../../runtime/page.ts'
import { SilenceAnswer, silenceAnswer } from '../control-answers.ts'
import type { Silence } from '../silence.ts'

const whichOf = { active: 'live', ended: 'ended', all: 'all' } as const

export const listSilences = operation({
  method: 'GET',
  path: '/silences',
  summary:
    'List silences: those that hold or will, those that have ended, or first the ones and then the others',
  action: 'alert.read',
  query: z.extend(PageQuery, { state: z._default(z.enum(['active', 'ended', 'all']), 'active') }),
  answers: {
    status: 200,
    description: 'A page of silences, the one that was made last first',
    schema: z.object({ items: z.array(SilenceAnswer), nextCursor: z.optional(z.string()) }),
  },
  load: async (_params, { silences }, { query }): Promise<Page<Silence>> =>
    query ? silences.readPage(whichOf[query.state], query) : { items: [] },
  async perform({ subject: { items, nextCursor }, now }) {
    return ok({ items: items.map((one) => silenceAnswer(one, now)), nextCursor })
  },
})
