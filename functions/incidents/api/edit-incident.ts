import { demandAnswers } from '../../catalog/answers.ts'
import { formOf } from '../../catalog/form.ts'
import type { Person } from '../../people/person.ts'
import { demandEscalation } from '../../routing/escalate.ts'
import type { Caller } from '../../runtime/caller.ts'
import { describe, moverFor, onIncidentVersion, type Subject } from '../../runtime/incident-subject.ts'
import { operation } from '../../runtime/operation.ts'
import { forbidden } from '../../runtime/refusal.ts'
import type { Settings } from '../../settings/settings.ts'
import { IncidentAnswer } from '../answers.ts'
import type { Change, Channel } from '../change.ts'
import { Edit, edit, type Facts } from '../edit.ts'
import type { Answers } from '../fields.ts'
import type { Incident } from '../incident.ts'
import { demandKnown } from '../known-names.ts'
import { unknown } from '../refusals.ts'

export const editIncident = operation({
  ...onIncidentVersion,
  method: 'PATCH',
  path: '/incidents/{id}',
  summary: 'Change what is recorded, or take it',
  action: 'incident.edit',
  body: Edit,
  answers: { status: 200, description: 'The changed incident', schema: IncidentAnswer },
  async load(params, services, { body }) {
    const named = [...(body?.watchers ?? []), ...(body?.assigneeId ? [body.assigneeId] : [])]
    const [subject, people] = await Promise.all([
      onIncidentVersion.load(params, services),
      services.people.readMany(named),
    ])
    return subject && { ...subject, people }
  },
  async perform({ caller, body, subject, now, channel }, services) {
    const change = changeByEdit(body, subject, { caller, now, channel })
    return services.saveIncident(change, {
      now,
      settings: subject.settings,
      answer: (incident) => describe(incident, { ...subject, texts: change.texts ?? subject.texts }, caller),
    })
  },
})

/** What an edit comes to, as far as this caller may ask for it: of one incident, or of many at once. */
export function changeByEdit(
  body: Edit,
  subject: Subject & { people: readonly Person[] },
  { caller, now, channel }: { caller: Caller; now: string; channel: Channel },
): Change {
  if (body.priority !== undefined && !caller.may('incident.override_priority')) throw forbidden()
  const facts = { ...factsOf(body, subject, caller), fields: answersOf(body, subject) }
  demandEscalation(subject.incident, facts.teamId, subject.settings.teams)
  return edit(subject.incident, facts, {
    ...moverFor(subject, { caller, now, channel }),
    matrix: subject.settings.priorityMatrix,
    texts: subject.texts,
    mayOverride: caller.may('incident.override_priority'),
  })
}

/** What is new among the answers, checked against the form of the category that it has then. */
function answersOf(
  { fields, categoryId }: Edit,
  { incident, texts, settings }: Subject,
): Answers | undefined {
  if (!fields) return undefined
  const form = formOf(settings.categories, categoryId ?? incident.categoryId)
  const all = { ...texts.fields, ...fields }
  const checked = demandAnswers(form, all, { stage: 'edit', kept: texts.fields })
  return Object.fromEntries(Object.keys(fields).map((id) => [id, checked[id] ?? '']))
}

type Found = { incident: Incident; settings: Settings; people: readonly Person[] }

function factsOf(
  { assigneeId, watchers, ...facts }: Edit,
  { incident, settings, people }: Found,
  caller: Caller,
): Facts {
  demandKnown(facts, settings, incident)
  return {
    ...facts,
    ...(assigneeId !== undefined && {
      assignee: assigneeId === null ? null : assigneeOf(assigneeId, people, caller),
    }),
    ...(watchers && { watchers: [...new Set(watchers)].map((id) => watcherOf(id, people)) }),
  }
}

const workRoles = ['agent', 'lead', 'incident_manager'] as const

function assigneeOf(id: string, people: readonly Person[], caller: Caller) {
  const person = id === caller.id ? caller : people.find((one) => one.id === id)
  const works = person?.roles.some((role) => workRoles.some((working) => working === role))
  if (!person || !(works || id === caller.id)) throw unknown('assigneeId')
  return { id: person.id, name: person.name }
}

function watcherOf(id: string, people: readonly Person[]) {
  const person = people.find((one) => one.id === id)
  if (!person) throw unknown('watchers')
  return { id: person.id, name: person.name }
}
