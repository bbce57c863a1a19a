import * as z from 'zod/mini'
import { acknowledge } from '../../incidents/acknowledge.ts'
import type { Incident } from '../../incidents/incident.ts'
import { isOpen } from '../../incidents/lifecycle.ts'
import { parseLinkToken } from '../../runtime/link-token.ts'
import { ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import type { Settings } from '../../settings/settings.ts'
import { isPaging } from '../slice.ts'

const Acknowledgement = z.object({
  incident: z.object({
    id: z.string(),
    title: z.string(),
    priority: z.string(),
    state: z.string(),
    createdAt: z.iso.datetime(),
  }),
  open: z.boolean(),
  paging: z.boolean(),
  acknowledgedAt: z.optional(z.iso.datetime()),
  acknowledgedBy: z.optional(z.object({ id: z.string(), name: z.string() })),
})

type Subject = { incident: Incident; person: { id: string; name: string }; settings: Settings }

/** The incident and the person behind a page's secret link: one round trip, and nothing for any other token. */
async function load(
  { token = '' }: Record<string, string>,
  services: Services,
): Promise<Subject | undefined> {
  const parsed = parseLinkToken(token)
  if (!parsed) return undefined
  const [{ incident, item }, settings] = await Promise.all([
    services.incidents.readHeadWith(parsed.incidentId, `K#${parsed.hash}`),
    services.settings.current(),
  ])
  const valid = incident && item?.kind === 'acknowledge' && String(item.expiresAt) > new Date().toISOString()
  return valid
    ? { incident, settings, person: { id: String(item.personId), name: String(item.personName) } }
    : undefined
}

const describe = (incident: Incident) => {
  const { id, title, priority, state, createdAt, acknowledgedAt, acknowledgedBy } = incident
  return ok({
    incident: { id, title, priority, state, createdAt },
    open: isOpen(state),
    paging: isPaging(incident),
    acknowledgedAt,
    acknowledgedBy,
  })
}

export const showAcknowledgement = operation({
  method: 'GET',
  path: '/acknowledgements/{token}',
  summary: 'Show what a page is about; changes nothing',
  action: 'anyone',
  answers: { status: 200, description: 'What the page is about', schema: Acknowledgement },
  load,
  perform: async ({ subject }) => describe(subject.incident),
})

export const acknowledgeByLink = operation({
  method: 'POST',
  path: '/acknowledgements/{token}',
  summary: 'Acknowledge from the link in a page',
  action: 'anyone',
  answers: { status: 200, description: 'The acknowledged incident', schema: Acknowledgement },
  load,
  perform: ({ subject: { incident, person, settings }, now }, services) =>
    services.saveIncident(
      acknowledge(
        incident,
        { by: { kind: 'person', ...person, as: 'worker' }, channel: 'mail', now },
        { paging: isPaging(incident) },
      ),
      { now, settings, answer: describe },
    ),
})
