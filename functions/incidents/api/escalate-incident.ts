import { demandOpen, Escalation, escalate } from '../../routing/escalate.ts'
import { describe, moverFor, onIncidentVersion } from '../../runtime/incident-subject.ts'
import { operation } from '../../runtime/operation.ts'
import { IncidentAnswer } from '../answers.ts'

export const escalateIncident = operation({
  ...onIncidentVersion,
  method: 'POST',
  path: '/incidents/{id}/escalate',
  summary: 'Hand it to another team, with a summary of what was tried; experts on demand are asked',
  action: 'incident.escalate',
  body: Escalation,
  answers: { status: 200, description: 'The incident with its team', schema: IncidentAnswer },
  demandPossible: ({ incident }) => demandOpen(incident),
  perform: ({ caller, body, subject, now, channel }, services) => {
    const { by } = moverFor(subject, { caller, now, channel })
    const { teams } = subject.settings
    return services.saveIncident(escalate(subject.incident, body, { by, channel, now, teams }), {
      now,
      settings: subject.settings,
      answer: (incident) => describe(incident, subject, caller),
    })
  },
})
