import { ok, operation } from '../../runtime/operation.ts'
import { Refusal } from '../../runtime/refusal.ts'
import { alertPlace } from '../alert.ts'
import { alertAnswer } from '../alert-answer.ts'
import { AlertAnswer } from '../answers.ts'
import { takeAlerts } from '../take-alerts.ts'

/** For what its source will never say is over: it was removed, or it only ever says what is wrong. */
export const endAlert = operation({
  method: 'POST',
  path: '/alerts/{id}/end',
  summary: 'End an alert by hand; it fires again when its source says so anew',
  action: 'alert.end',
  answers: { status: 200, description: 'The alert, which is over', schema: AlertAnswer },
  load: async ({ id = '' }, { alerts }) => (alertPlace(id) ? alerts.read(id) : undefined),
  async perform({ subject, params: { id = '' }, caller, now }, services) {
    if (subject.status !== 'firing') throw endedAlready()
    const { sourceId, fingerprint, title, severity, labels } = subject
    const said = { sourceId, fingerprint, title, severity, labels, links: subject.links }
    const occurrence = { ...said, status: 'resolved' as const, by: caller.name, receivedAt: now }
    await takeAlerts([occurrence], () => now, services)
    const ended = (await services.alerts.read(id)) ?? subject
    return ok(await alertAnswer(id, ended, services.alerts))
  },
})

const endedAlready = () =>
  new Refusal('conflict', {
    en: 'This alert is over already.',
    de: 'Dieser Alarm ist schon vorbei.',
  })
