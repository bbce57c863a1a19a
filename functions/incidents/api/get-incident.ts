import type { Caller } from '../../runtime/caller.ts'
import { describe, onIncident, type Subject } from '../../runtime/incident-subject.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { IncidentAnswer } from '../answers.ts'
import { linksFrom } from '../link.ts'
import { type Affected, knownOf, representAffected } from '../me-too.ts'
import { involves, seesInternal } from '../representation.ts'

type Reading = Subject & { affected?: Affected }

/** Whoever is affected too sees what everybody may know of it; who reported the same sees their own report. */
const joined = ({ affected }: Reading) => affected !== undefined && affected.via === undefined

export const getIncident = operation({
  method: 'GET',
  path: '/incidents/{id}',
  summary: 'Read an incident',
  action: 'incident.read',
  answers: { status: 200, description: 'The incident as this reader may see it', schema: IncidentAnswer },
  owns: (subject: Reading, caller) => onIncident.sees(subject, caller) || joined(subject),
  async load({ id = '' }, services, { callerId }): Promise<Reading | undefined> {
    const subject = await onIncident.load({ id }, services)
    if (!subject || involves(subject.incident, callerId)) return subject
    const worksHere = services.people.lastRead(callerId)?.roles.some((role) => role !== 'requester')
    return { ...subject, affected: worksHere ? undefined : await services.meToos.readOne(id, callerId) }
  },
  async perform({ caller, subject }, { meToos }) {
    const { incident, affected } = subject
    if (!mayReadWhole(subject, caller)) return ok(representAffected(incident, affected?.title ?? ''))
    const answer = describe(incident, subject, caller)
    const others = seesInternal(caller) && mayAffectOthers(subject) ? await meToos.count(incident.id) : 0
    return others > 0 ? { ...answer, body: { ...Object(answer.body), affected: others } } : answer
  },
})

const mayReadWhole = ({ incident }: Subject, caller: Caller) =>
  seesInternal(caller) || involves(incident, caller.id)

/** Only what was shown to everybody, or has duplicates, is worth the second look that counting costs. */
const mayAffectOthers = ({ incident, parts }: Subject) =>
  knownOf(incident) !== undefined || linksFrom(parts).some(({ kind }) => kind === 'duplicated_by')
