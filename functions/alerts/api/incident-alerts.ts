import * as z from 'zod/mini'
import { numberPattern } from '../../incidents/incident.ts'
import { ownedBy } from '../../incidents/representation.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { PageQuery } from '../../runtime/page.ts'
import { AlertRowAnswer } from '../answers.ts'
import { alertsOf } from '../slice.ts'

export const incidentAlerts = operation({
  method: 'GET',
  path: '/incidents/{id}/alerts',
  summary: 'List the alerts that an incident groups, those that fire first',
  action: 'alert.read',
  seen: 'incident.read',
  query: PageQuery,
  answers: {
    status: 200,
    description: 'A page of alerts; none for an incident that a person reported',
    schema: z.object({ items: z.array(AlertRowAnswer), nextCursor: z.optional(z.string()) }),
  },
  async load({ id = '' }, { incidents }) {
    if (!numberPattern.test(id)) return undefined
    return incidents.readHead(id)
  },
  owns: (incident, caller) => ownedBy(incident, caller.id),
  async perform({ subject, query }, { alerts }) {
    const slice = alertsOf(subject)
    return ok(slice ? await alerts.belongingTo(slice.groupId, query) : { items: [] })
  },
})
