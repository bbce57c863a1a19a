import type { Person } from '../../people/person.ts'
import { operation } from '../../runtime/operation.ts'
import type { Settings } from '../../settings/settings.ts'
import { IncidentAnswer } from '../answers.ts'
import { type Assignee, Edit, edit } from '../edit.ts'
import { unknown } from '../refusals.ts'
import { describe, moverFor, onIncidentVersion } from './subject.ts'

export const editIncident = operation({
  ...onIncidentVersion,
  method: 'PATCH',
  path: '/incidents/{id}',
  summary: 'Change what is recorded, or take it',
  action: 'incident.edit',
  body: Edit,
  answers: { status: 200, description: 'The changed incident', schema: IncidentAnswer },
  async load(params, services, { body }) {
    const [subject, person] = await Promise.all([
      onIncidentVersion.load(params, services),
      body?.assigneeId ? services.people.read(body.assigneeId) : undefined,
    ])
    return subject && { ...subject, person }
  },
  async perform({ caller, body, subject, now, channel }, services) {
    const { assigneeId, ...facts } = body
    demandKnown(facts, subject.settings)
    const assignee = assigneeId === caller.id ? caller : assigneeOf(assigneeId, subject.person)
    const edited = { ...subject, description: facts.description ?? subject.description }
    return services.saveIncident(
      edit(
        subject.incident,
        facts,
        assignee && { id: assignee.id, name: assignee.name },
        moverFor(subject, { caller, now, channel }),
      ),
      {
        now,
        settings: subject.settings,
        answer: (incident) => describe(incident, edited, caller),
        writes:
          facts.description === undefined
            ? []
            : [services.incidents.describing(subject.incident.id, facts.description)],
      },
    )
  },
})

function assigneeOf(id: string | null | undefined, person: Person | undefined): Assignee {
  if (!id) return id as null | undefined
  if (!person?.roles.some((role) => role === 'agent' || role === 'lead' || role === 'incident_manager')) {
    throw unknown('assigneeId')
  }
  return person
}

function demandKnown({ serviceId, categoryId, teamId }: Edit, { services, categories, teams }: Settings) {
  const known = (id: string | undefined, among: readonly { id: string }[]) =>
    !id || among.some((one) => one.id === id)
  if (!known(serviceId, services)) throw unknown('serviceId')
  if (!known(categoryId, categories)) throw unknown('categoryId')
  if (!known(teamId, teams)) throw unknown('teamId')
}
