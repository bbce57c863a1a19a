import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { PageQuery } from '../../runtime/page.ts'
import type { Services } from '../../runtime/services.ts'
import { AlertRowAnswer } from '../answers.ts'

/** The alerts that one silence or maintenance holds back at this moment. */
const heldBy = (
  path: `/${string}`,
  noun: string,
  find: (id: string, services: Services) => Promise<unknown>,
) =>
  operation({
    method: 'GET',
    path,
    summary: `List the alerts that ${noun} holds back now`,
    action: 'alert.read',
    query: PageQuery,
    answers: {
      status: 200,
      description: 'A page of alerts',
      schema: z.object({ items: z.array(AlertRowAnswer), nextCursor: z.optional(z.string()) }),
    },
    load: ({ id = '' }, services) => find(id, services),
    perform: async ({ params: { id = '' }, query }, { alerts }) => ok(await alerts.belongingTo(id, query)),
  })

export const heldAlerts = [
  heldBy('/silences/{id}/alerts', 'a silence', (id, { silences }) => silences.read(id)),
  heldBy('/maintenances/{id}/alerts', 'a maintenance', (id, { maintenances }) => maintenances.read(id)),
]
