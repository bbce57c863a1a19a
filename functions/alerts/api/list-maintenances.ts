import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { type Page, PageQuery } from '../../runtime/page.ts'
import { MaintenanceAnswer, maintenanceAnswer } from '../control-answers.ts'
import type { Maintenance } from '../maintenance.ts'

const whichOf = { active: 'live', ended: 'ended', all: 'all' } as const

export const listMaintenances = operation({
  method: 'GET',
  path: '/maintenances',
  summary:
    'List maintenances: those that run or are to come, those that are over, or first the ones and then the others',
  action: 'alert.read',
  query: z.extend(PageQuery, { state: z._default(z.enum(['active', 'ended', 'all']), 'active') }),
  answers: {
    status: 200,
    description: 'A page of maintenances, the one that was made last first',
    schema: z.object({ items: z.array(MaintenanceAnswer), nextCursor: z.optional(z.string()) }),
  },
  load: async (_params, { maintenances }, { query }): Promise<Page<Maintenance>> =>
    query ? maintenances.readPage(whichOf[query.state], query) : { items: [] },
  async perform({ subject: { items, nextCursor }, now }) {
    return ok({ items: items.map((one) => maintenanceAnswer(one, now)), nextCursor })
  },
})
