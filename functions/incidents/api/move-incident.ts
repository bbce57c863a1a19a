import { describe, moverFor, onIncidentVersion } from '../../runtime/incident-subject.ts'
import { operation } from '../../runtime/operation.ts'
import { IncidentAnswer } from '../answers.ts'
import { isState } from '../lifecycle.ts'
import { demandLegal, Move, move } from '../move.ts'
import { movesFor } from '../representation.ts'

export const moveIncident = operation({
  ...onIncidentVersion,
  method: 'POST',
  path: '/incidents/{id}/moves',
  summary: 'Change the state: hold, resume, resolve, confirm, reopen, cancel',
  action: 'incident.move',
  body: Move,
  answers: { status: 200, description: 'The incident in its new state', schema: IncidentAnswer },
  demandPossible: ({ incident, settings }, caller, sent) => {
    const to = Object(sent).to
    if (isState(to)) demandLegal(incident, to, movesFor(incident, caller, settings.moveMatrix))
  },
  perform: ({ caller, body, subject, now, channel }, services) =>
    services.saveIncident(move(subject.incident, body, moverFor(subject, { caller, now, channel })), {
      now,
      settings: subject.settings,
      answer: (incident) => describe(incident, subject, caller),
    }),
})
