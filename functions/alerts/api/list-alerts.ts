import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { PageQuery } from '../../runtime/page.ts'
import { AlertRowAnswer } from '../answers.ts'
import { severities } from '../occurrence.ts'

const Id = z.optional(z.string().check(z.minLength(1), z.maxLength(80)))

const Query = z.extend(PageQuery, {
  status: z._default(z.enum(['firing', 'resolved']), 'firing'),
  team: Id,
  source: Id,
  service: Id,
  severity: z.optional(z.enum(severities)),
  /** Words of the title. */
  q: z.optional(z.string().check(z.maxLength(200))),
})
type Query = z.infer<typeof Query>

const filterOf = ({ source: sourceId, service: serviceId, severity, q }: Query) => ({
  sourceId,
  serviceId,
  severity,
  ...(q && { words: q.split(/\s+/).filter(Boolean) }),
})

export const listAlerts = operation({
  method: 'GET',
  path: '/alerts',
  summary:
    'List alerts that fire, the most severe first, or those that ended within 30 days, the latest first',
  action: 'alert.read',
  query: Query,
  answers: {
    status: 200,
    description: 'A page of alerts; one that filters leave short or empty may still have a next',
    schema: z.object({ items: z.array(AlertRowAnswer), nextCursor: z.optional(z.string()) }),
  },
  async load(_params, services, { query }) {
    if (!query) return { items: [] }
    const { teams } = await services.settings.current()
    const teamIds = query.team ? [query.team] : teams.map(({ id }) => id)
    return services.alerts.ofTeams(teamIds, query.status, query, filterOf(query))
  },
  perform: async ({ subject }) => ok(subject),
})
