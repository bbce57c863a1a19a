import { describe, moverFor, onIncident } from '../../runtime/incident-subject.ts'
import { operation } from '../../runtime/operation.ts'
import { IncidentAnswer } from '../answers.ts'
import { Publication, publish } from '../known.ts'

export const publishKnown = operation({
  ...onIncident,
  method: 'POST',
  path: '/incidents/{id}/known',
  summary: 'Show it to everybody as a known problem, or no longer',
  action: 'incident.publish_known',
  body: Publication,
  answers: { status: 200, description: 'The incident', schema: IncidentAnswer },
  perform: ({ caller, body, subject, now, channel }, services) =>
    services.saveIncident(publish(subject.incident, body, moverFor(subject, { caller, now, channel })), {
      now,
      settings: subject.settings,
      answer: (incident) => describe(incident, subject, caller),
    }),
})
