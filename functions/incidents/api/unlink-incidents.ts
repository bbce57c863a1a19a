import { describe, moverFor, onIncident } from '../../runtime/incident-subject.ts'
import { operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { IncidentAnswer } from '../answers.ts'
import type { Change } from '../change.ts'
import { type Incident, numberPattern } from '../incident.ts'
import { linksFrom, removableKinds, unlink } from '../link.ts'

export const unlinkIncidents = operation({
  ...onIncident,
  method: 'DELETE',
  path: '/incidents/{id}/links/{kind}/{incidentId}',
  summary: 'Remove a link, from either of its ends',
  action: 'incident.link',
  answers: { status: 200, description: 'The incident with the links that are left', schema: IncidentAnswer },
  async load(params, services) {
    const { kind: asked, incidentId = '' } = params
    const kind = removableKinds.find((known) => known === asked)
    if (!kind || !numberPattern.test(incidentId)) return undefined
    const [subject, other] = await Promise.all([
      onIncident.load(params, services),
      services.incidents.readHead(incidentId),
    ])
    return subject && other && { ...subject, kind, other }
  },
  async perform({ caller, subject, now, channel }, services) {
    const { kind, other, incident, settings, parts } = subject
    const mover = moverFor(subject, { caller, now, channel })
    const decided = unlink({ incident, links: linksFrom(parts) }, other, kind, mover)
    const change = await withoutFollowers(
      services.links.removed(decided, kind),
      { kind, incident, other },
      services,
    )
    return services.saveIncident(change, {
      now,
      settings,
      answer: (after) => {
        const left = parts.filter((part) => !(part.kind === kind && part.incidentId === other.id))
        return describe(after, { ...subject, parts: left }, caller)
      },
    })
  },
})

type Ends = { kind: string; incident: Incident; other: Incident }

/** Whoever followed the original because of a merge that was none does not any more. */
async function withoutFollowers(
  change: Change,
  { kind, incident, other }: Ends,
  { meToos }: Services,
): Promise<Change> {
  if (kind !== 'duplicate' && kind !== 'duplicated_by') return change
  const [duplicate, original] = kind === 'duplicate' ? [incident, other] : [other, incident]
  const merged = [duplicate.requester, ...(duplicate.watchers ?? [])]
  const known = await Promise.all(merged.map(({ id }) => meToos.readOne(original.id, id)))
  const people = merged.filter((_, place) => known[place]?.via === duplicate.id)
  return { ...change, beside: [...(change.beside ?? []), ...meToos.unmerged(original.id, people)] }
}
