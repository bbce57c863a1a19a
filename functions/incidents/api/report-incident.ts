import { entryTeam } from '../../catalog/catalog.ts'
import type { Caller } from '../../runtime/caller.ts'
import { created, operation } from '../../runtime/operation.ts'
import { forbidden, Refusal } from '../../runtime/refusal.ts'
import type { Services } from '../../runtime/services.ts'
import type { Settings } from '../../settings/settings.ts'
import { IncidentAnswer } from '../answers.ts'
import type { Incident } from '../incident.ts'
import { Report, report } from '../report.ts'
import { etagFor, represent } from '../representation.ts'

export const reportIncident = operation({
  method: 'POST',
  path: '/incidents',
  summary: 'Report an incident',
  action: 'incident.report',
  body: Report,
  creates: true,
  answers: { status: 201, description: 'The incident with its number and priority', schema: IncidentAnswer },
  load: async (_params, { incidents, settings }) => {
    const [id, current] = await Promise.all([incidents.nextId(), settings.current()])
    return { id, settings: current }
  },
  async perform({ caller, body, subject: { id, settings }, now, channel, once }, services) {
    demandKnown(body, settings)
    const change = report(body, {
      id,
      now,
      requester: await requesterOf(body, caller, services),
      by: { kind: 'person', id: caller.id, name: caller.name },
      teamId: entryTeam(settings, body.serviceId),
      channel,
    })
    return services.saveIncident(change, {
      now,
      settings,
      once,
      answer: (incident) =>
        created(represent(incident, caller, { description: body.description }), etagFor(incident, caller)),
    })
  },
})

async function requesterOf(
  body: Report,
  caller: Caller,
  { people }: Services,
): Promise<Incident['requester']> {
  const otherId = body.onBehalfOf
  if (otherId === undefined || otherId === caller.id) return summaryOf(caller)
  if (!caller.may('incident.report_for_others')) throw forbidden()
  const person = await people.read(otherId)
  if (!person) throw unknown('onBehalfOf')
  return summaryOf(person)
}

const summaryOf = ({ id, name, locale, organisationId }: Incident['requester']) => ({
  id,
  name,
  locale,
  organisationId,
})

function demandKnown(
  { serviceId, categoryId }: Pick<Report, 'serviceId' | 'categoryId'>,
  settings: Settings,
) {
  if (serviceId && !settings.services.some(({ id }) => id === serviceId)) throw unknown('serviceId')
  if (categoryId && !settings.categories.some(({ id }) => id === categoryId)) throw unknown('categoryId')
}

export const unknown = (path: string) =>
  new Refusal(
    'incomplete',
    {
      en: 'This names something that does not exist here. Choose one from the list.',
      de: 'Das gibt es hier nicht. Wählen Sie einen Eintrag aus der Liste.',
    },
    { errors: [{ path, message: 'unknown' }] },
  )
