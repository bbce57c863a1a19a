import { ok, operation } from '../../runtime/operation.ts'
import { alertPlace } from '../alert.ts'
import { alertAnswer } from '../alert-answer.ts'
import { AlertAnswer } from '../answers.ts'

export const readAlert = operation({
  method: 'GET',
  path: '/alerts/{id}',
  summary: 'Read an alert, with the way that it took and why',
  action: 'alert.read',
  answers: { status: 200, description: 'The alert as it stands', schema: AlertAnswer },
  load: async ({ id = '' }, { alerts }) => (alertPlace(id) ? alerts.read(id) : undefined),
  perform: async ({ subject, params: { id = '' } }, { alerts }) => ok(await alertAnswer(id, subject, alerts)),
})
