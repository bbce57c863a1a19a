import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'

export const listStorms = operation({
  method: 'GET',
  path: '/alerts/storms',
  summary: 'List the sources that are in a storm: more than 300 requests in five minutes',
  action: 'source.read',
  answers: {
    status: 200,
    description: 'Storms that are not over, and the most requests that five minutes of each had',
    schema: z.object({
      items: z.array(z.object({ sourceId: z.string(), startedAt: z.iso.datetime(), requests: z.int() })),
    }),
  },
  async load(_params, { settings, traffic }) {
    const { alertSources } = await settings.current()
    return traffic.storms(alertSources.map(({ id }) => id))
  },
  perform: async ({ subject }) =>
    ok({ items: subject.map(({ sourceId, startedAt, requests }) => ({ sourceId, startedAt, requests })) }),
})
