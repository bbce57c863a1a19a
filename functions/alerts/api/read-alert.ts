import { ok, operation } from '../../runtime/operation.ts'
import { alertPlace } from '../alert.ts'
import { AlertAnswer } from '../answers.ts'

export const readAlert = operation({
  method: 'GET',
  path: '/alerts/{id}',
  summary: 'Read an alert, with the way that it took and why',
  action: 'alert.read',
  answers: { status: 200, description: 'The alert as it stands', schema: AlertAnswer },
  load: async ({ id = '' }, { alerts }) => (alertPlace(id) ? alerts.read(id) : undefined),
  async perform({ subject, params }, { alerts }) {
    const { version, inhibits, grouped, wasGrouped, group, ruleId, saidAt, fingerprint, ...alert } = subject
    const last = grouped ?? wasGrouped
    const incidentId = last && (await alerts.incidentOf(last))
    return ok({ id: params.id, ...alert, ...(incidentId && { incidentId }) })
  },
})
