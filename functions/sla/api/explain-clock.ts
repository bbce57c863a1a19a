import { onIncident } from '../../runtime/incident-subject.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { notFound } from '../../runtime/refusal.ts'
import { ClockAnswer } from '../answers.ts'
import { clockNames } from '../promise.ts'
import { explained } from '../readings.ts'

export const explainClock = operation({
  method: 'GET',
  path: '/incidents/{id}/clocks/{name}',
  summary: 'Explain a deadline: what counted towards it, and what did not',
  action: 'incident.read',
  answers: { status: 200, description: 'The clock and its ledger', schema: ClockAnswer },
  owns: onIncident.sees,
  load: async ({ id = '' }, services) => onIncident.load({ id }, services),
  async perform({ subject: { incident, settings }, params, now }) {
    const name = clockNames.find((one) => one === params.name)
    const explanation = name && explained(incident, name, { now, settings })
    if (!explanation) throw notFound()
    return ok(explanation)
  },
})
