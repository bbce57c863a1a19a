import * as z from 'zod/mini'
import { acknowledge } from '../../incidents/acknowledge.ts'
import type { Actor } from '../../incidents/change.ts'
import type { Incident } from '../../incidents/incident.ts'
import { isOpen, states } from '../../incidents/lifecycle.ts'
import type { Entry } from '../../incidents/timeline.ts'
import { permits, rolesFor } from '../../people/access.ts'
import { PersonalSettings } from '../../people/person.ts'
import { Channel } from '../../preferences/preferences.ts'
import { parseLinkToken } from '../../runtime/link-token.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { forbidden } from '../../runtime/refusal.ts'
import type { Services } from '../../runtime/services.ts'
import { Text } from '../../runtime/text.ts'
import { StepSent } from '../events.ts'
import { nextPage, silentUntil } from '../next-page.ts'
import { reasonFor } from '../reason.ts'
import { acknowledgementOf, isPaging } from '../slice.ts'

const Named = z.object({ id: z.string(), name: z.string() })

const ReaderClock = z.pick(PersonalSettings, { zone: true })

const Acknowledgement = z.object({
  incident: z.object({
    id: z.string(),
    title: z.string(),
    priority: z.string(),
    state: z.enum(states),
    createdAt: z.iso.datetime(),
  }),
  open: z.boolean(),
  paging: z.boolean(),
  /** Who has it now, and since when: after the paging went on, whoever acknowledged then. */
  acknowledgedAt: z.optional(z.iso.datetime()),
  acknowledgedBy: z.optional(Named),
  /** Why the person behind the link was paged last. */
  reason: z.optional(Text),
  /** Until when the paging waits for news. */
  silentUntil: z.optional(z.iso.datetime()),
  /** Whom it pages next, and when, if nothing happens. */
  next: z.optional(z.object({ at: z.iso.datetime(), step: z.number(), targets: z.array(z.string()) })),
  /** The clock of the person behind the link: nobody signs in for it. */
  reader: ReaderClock,
})
export type AcknowledgementAnswer = z.infer<typeof Acknowledgement>

type Subject = {
  incident: Incident
  person: { id: string; name: string }
  /** By which the link came. */
  channel: Channel
  reason?: Text
  reader: z.infer<typeof ReaderClock>
  settings: Parameters<Services['saveIncident']>[1]['settings']
}

/** As far back as is looked for the page that the link came with. */
const recent = 40

/**
 * The incident and the person behind a page's secret link, which opens nothing any more once they may not acknowledge:
 * one round trip for any other token, and one more for the person.
 */
async function load(
  { token = '' }: Record<string, string>,
  services: Services,
): Promise<Subject | undefined> {
  const parsed = parseLinkToken(token)
  if (!parsed) return undefined
  const [{ incident, item }, entries, settings] = await Promise.all([
    services.incidents.readHeadWith(parsed.incidentId, `K#${parsed.hash}`),
    services.incidents.readEntries(parsed.incidentId, 'internal', recent),
    services.settings.current(),
  ])
  const valid = incident && item?.kind === 'acknowledge' && String(item.expiresAt) > new Date().toISOString()
  if (!valid) return undefined
  const person = { id: String(item.personId), name: String(item.personName) }
  if (!(await mayAcknowledge(person.id, services))) return undefined
  return {
    ...{ incident, settings, person },
    channel: z.catch(Channel, 'mail').parse(item.channel),
    reason: lastReason(entries, person.id),
    reader: z.catch(ReaderClock, {}).parse({ zone: item.zone }),
  }
}

async function mayAcknowledge(id: string, { people }: Pick<Services, 'people'>): Promise<boolean> {
  const held = (await people.read(id))?.roles ?? []
  return permits(held, 'incident.acknowledge', { own: false })
}

function lastReason(entries: readonly Entry[], personId: string): Text | undefined {
  const steps = entries
    .filter(({ type }) => type === 'escalation.step')
    .map(({ after }) => StepSent.safeParse(after))
  for (const { data } of steps) {
    const whom = data?.whom.find(({ id }) => id === personId)
    if (data && whom) return reasonFor(whom, data)
  }
  return undefined
}

const describe =
  ({ reason, reader, settings }: Subject) =>
  (incident: Incident) => {
    const { id, title, priority, state, createdAt } = incident
    const next = nextPage(incident, settings)
    return ok({
      incident: { id, title, priority, state, createdAt },
      open: isOpen(state),
      paging: isPaging(incident),
      ...acknowledgementOf(incident),
      ...{ reason, reader },
      silentUntil: silentUntil(incident),
      next: next && { at: next.at, step: next.step, targets: next.targets.map(({ name }) => name) },
    })
  }

export const showAcknowledgement = operation({
  method: 'GET',
  path: '/acknowledgements/{token}',
  summary: 'Show what a page is about; changes nothing',
  action: 'anyone',
  answers: { status: 200, description: 'What the page is about', schema: Acknowledgement },
  load,
  perform: async ({ subject }) => describe(subject)(subject.incident),
})

export const acknowledgeByLink = operation({
  method: 'POST',
  path: '/acknowledgements/{token}',
  summary: 'Acknowledge from the link in a page',
  action: 'anyone',
  answers: { status: 200, description: 'The acknowledged incident', schema: Acknowledgement },
  load,
  async perform({ subject, now }, services) {
    const { incident, person, channel, settings } = subject
    const by: Actor = { kind: 'person', ...person, as: 'worker' }
    const change = acknowledge(incident, { by, channel, now }, { paging: isPaging(incident) })
    const writes = [services.people.demandingRole(person.id, rolesFor('incident.acknowledge'))]
    try {
      return await services.saveIncident(change, { now, settings, answer: describe(subject), writes })
    } catch (error) {
      // Somebody else was faster, or the person has just become one who may not.
      if (!(await mayAcknowledge(person.id, services))) throw forbidden()
      throw error
    }
  },
})
