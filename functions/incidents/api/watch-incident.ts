import { describe, moverFor, onIncident } from '../../runtime/incident-subject.ts'
import { operation } from '../../runtime/operation.ts'
import { IncidentAnswer } from '../answers.ts'
import { watch } from '../watch.ts'

const path = '/incidents/{id}/watch'

const watching = (method: 'PUT' | 'DELETE', { summary, wants }: { summary: string; wants: 'on' | 'off' }) =>
  operation({
    ...onIncident,
    method,
    path,
    summary,
    action: 'incident.watch',
    answers: { status: 200, description: 'The incident with those who watch it', schema: IncidentAnswer },
    async perform({ caller, subject, now, channel }, services) {
      const me = { id: caller.id, name: caller.name }
      const change = watch(subject.incident, me, wants, moverFor(subject, { caller, now, channel }))
      return services.saveIncident(change, {
        now,
        settings: subject.settings,
        answer: (incident) => describe(incident, subject, caller),
      })
    },
  })

export const watchIncident = watching('PUT', { summary: 'Watch an incident', wants: 'on' })
export const unwatchIncident = watching('DELETE', { summary: 'No longer watch an incident', wants: 'off' })
