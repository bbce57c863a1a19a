import { isPaging } from '../../escalation/slice.ts'
import { describe, moverFor, onIncidentVersion } from '../../runtime/incident-subject.ts'
import { operation } from '../../runtime/operation.ts'
import { acknowledge } from '../acknowledge.ts'
import { IncidentAnswer } from '../answers.ts'

export const acknowledgeIncident = operation({
  ...onIncidentVersion,
  method: 'POST',
  path: '/incidents/{id}/acknowledge',
  summary: 'Acknowledge: I have seen it, stop paging',
  action: 'incident.acknowledge',
  answers: { status: 200, description: 'The acknowledged incident', schema: IncidentAnswer },
  perform: ({ caller, subject, now, channel }, services) =>
    services.saveIncident(
      acknowledge(subject.incident, moverFor(subject, { caller, now, channel }), {
        paging: isPaging(subject.incident),
      }),
      { now, settings: subject.settings, answer: (incident) => describe(incident, subject, caller) },
    ),
})
