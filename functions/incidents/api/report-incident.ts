import type { AnnouncementRecord } from '../../announcements/lists.ts'
import { demandAnswers } from '../../catalog/answers.ts'
import { formOf } from '../../catalog/form.ts'
import type { Person } from '../../people/person.ts'
import { route, routedEvent } from '../../routing/route.ts'
import type { Caller } from '../../runtime/caller.ts'
import { describe } from '../../runtime/incident-subject.ts'
import { created, operation } from '../../runtime/operation.ts'
import { forbidden } from '../../runtime/refusal.ts'
import type { Settings } from '../../settings/settings.ts'
import { IncidentAnswer } from '../answers.ts'
import type { Incident } from '../incident.ts'
import { demandKnown } from '../known-names.ts'
import { priorityOf } from '../priority.ts'
import { unknown } from '../refusals.ts'
import { Report, report } from '../report.ts'

export const reportIncident = operation({
  method: 'POST',
  path: '/incidents',
  summary: 'Report an incident',
  action: 'incident.report',
  body: Report,
  creates: true,
  answers: { status: 201, description: 'The incident with its number and priority', schema: IncidentAnswer },
  load: async (_params, { incidents, settings, people, announcements }, { body }) => {
    const otherId = body?.onBehalfOf
    const [id, current, other, announced] = await Promise.all([
      body ? incidents.nextId() : '',
      settings.current(),
      otherId === undefined ? undefined : people.read(otherId),
      body?.serviceId ? announcements.readActive(new Date().toISOString()) : [],
    ])
    return { id, settings: current, other, announced }
  },
  async perform({ caller, body, subject: { id, settings, other, announced }, now, channel, once }, services) {
    demandKnown(body, settings)
    const form = formOf(settings.categories, body.categoryId)
    const input = { ...body, fields: demandAnswers(form, body.fields, { stage: 'report' }) }
    const requester = requesterOf(body, caller, other)
    const priority = priorityOf(settings.priorityMatrix, body.impact, body.urgency)
    const routed = route({ ...body, priority, organisationId: requester.organisationId }, settings)
    const reported = report(input, {
      id,
      now,
      requester,
      by: { kind: 'person', id: caller.id, name: caller.name },
      teamId: routed.teamId,
      channel,
      matrix: settings.priorityMatrix,
      announcementIds: announcedFor(body.serviceId, settings, announced),
    })
    const events = routed.ruleId ? [...reported.events, routedEvent(reported.after, routed)] : reported.events
    const change = { ...reported, events }
    return services.saveIncident(change, {
      now,
      settings,
      once,
      answer: (incident) => {
        const texts = change.texts ?? { description: input.description, fields: input.fields }
        const { body: representation, etag } = describe(incident, { texts, settings, now }, caller)
        return created(representation, etag)
      },
    })
  },
})

/** What requesters could read about the service when they reported. */
function announcedFor(
  serviceId: string | undefined,
  { services }: Pick<Settings, 'services'>,
  announced: readonly AnnouncementRecord[],
): string[] {
  const componentIds = services.find(({ id }) => id === serviceId)?.componentIds ?? []
  return announced
    .map(({ announcement }) => announcement)
    .filter(
      ({ audience, components }) =>
        audience !== 'agents' && components.some(({ id }) => componentIds.includes(id)),
    )
    .map(({ id }) => id)
}

function requesterOf(
  { onBehalfOf }: Report,
  caller: Caller,
  other: Person | undefined,
): Incident['requester'] {
  if (onBehalfOf === undefined || onBehalfOf === caller.id) return summaryOf(caller)
  if (!caller.may('incident.report_for_others')) throw forbidden()
  if (!other) throw unknown('onBehalfOf')
  return summaryOf(other)
}

const summaryOf = ({ id, name, locale, organisationId }: Incident['requester']) => ({
  id,
  name,
  locale,
  organisationId,
})
