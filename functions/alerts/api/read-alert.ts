import { ok, operation } from '../../runtime/operation.ts'
import { alertPlace, type Step } from '../alert.ts'
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
    const way = incidentId ? opened(alert.way, incidentId) : alert.way
    return ok({ id: params.id, ...alert, way, ...(incidentId && { incidentId }) })
  },
})

/** What waited when it was decided on has opened its incident since. */
function opened(way: readonly Step[], incidentId: string): Step[] {
  const place = way.findLastIndex(({ code }) => code === 'waits')
  const step: Step = { stage: 'group', verdict: 'passes', code: 'opened_incident', data: { incidentId } }
  return place < 0 ? [...way] : [...way.slice(0, place + 1), step, ...way.slice(place + 1)]
}
