import { operation } from '../../runtime/operation.ts'
import { IncidentAnswer } from '../answers.ts'
import { describe, onIncident } from './subject.ts'

export const getIncident = operation({
  method: 'GET',
  path: '/incidents/{id}',
  summary: 'Read an incident',
  action: 'incident.read',
  answers: { status: 200, description: 'The incident as this reader may see it', schema: IncidentAnswer },
  owns: onIncident.sees,
  load: async ({ id = '' }, services) => onIncident.load({ id }, services),
  perform: async ({ caller, subject }) => describe(subject.incident, subject, caller),
})
