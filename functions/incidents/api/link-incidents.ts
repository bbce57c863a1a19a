import { describe, moverFor, onIncident } from '../../runtime/incident-subject.ts'
import { created, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { IncidentAnswer } from '../answers.ts'
import type { Change } from '../change.ts'
import { followersAfterMerge, type Linked, LinkRequest, link, linksFrom, originalOf } from '../link.ts'
import { unknown } from '../refusals.ts'
import type { IncidentRecord } from '../store.ts'

export const linkIncidents = operation({
  ...onIncident,
  method: 'POST',
  path: '/incidents/{id}/links',
  summary: 'Link two incidents: as parent and child, as duplicate and original, or as related',
  action: 'incident.link',
  body: LinkRequest,
  creates: true,
  answers: { status: 201, description: 'The incident with its links', schema: IncidentAnswer },
  async load(params, services, { body }) {
    const [subject, other] = await Promise.all([
      onIncident.load(params, services),
      body && services.incidents.read(body.incidentId),
    ])
    return subject && { ...subject, other }
  },
  async perform({ caller, body: { kind }, subject, now, channel, once }, services) {
    const other = kind === 'duplicate' ? await originalBehind(subject.other, services) : subject.other
    if (!other) throw unknown('incidentId')
    const above = kind === 'child' ? await services.links.above(linksFrom(subject.parts)) : []
    const here = { ...linkedFrom(subject), aboveIds: above.map(({ id }) => id) }
    const decided = link(here, linkedFrom(other), kind, moverFor(subject, { caller, now, channel }))
    const change = await withFollowers(services.links.added(decided, kind), services)
    return services.saveIncident(change, {
      now,
      settings: subject.settings,
      once,
      writes: services.links.unchanged(above),
      answer: (incident) => {
        const news = (change.beside ?? []).flatMap((beside) => ('put' in beside ? [beside.put] : []))
        const { body, etag } = describe(incident, { ...subject, parts: [...subject.parts, ...news] }, caller)
        return created(body, etag)
      },
    })
  },
})

const linkedFrom = ({ incident, parts }: IncidentRecord): Linked => ({ incident, links: linksFrom(parts) })

/** A duplicate of a duplicate is one of the original. */
async function originalBehind(other: IncidentRecord | undefined, { incidents }: Services) {
  const originalId = other && originalOf(linksFrom(other.parts))
  return originalId ? incidents.read(originalId) : other
}

/** Whoever reported a duplicate hears of it when the original is solved. */
async function withFollowers(change: Change, { meToos }: Services): Promise<Change> {
  const [original, ...others] = change.also ?? []
  const merging = original ? followersAfterMerge(change, original.after) : []
  const known = await Promise.all(merging.map(({ id }) => original && meToos.readOne(original.after.id, id)))
  // Whoever has joined the original already hears of it, and keeps it in their list.
  const people = merging.filter((_, place) => !known[place] || known[place]?.via)
  if (!original || people.length === 0) return change
  const { id: via, title } = change.after
  const since = change.after.updatedAt
  const joining = meToos.merged(original.after.id, people, { via, title, since })
  return { ...change, also: [{ ...original, beside: [...(original.beside ?? []), ...joining] }, ...others] }
}
