import { created, operation } from '../../runtime/operation.ts'
import { notFound } from '../../runtime/refusal.ts'
import { numberPattern } from '../incident.ts'
import { AffectedAnswer, knownOf, representAffected } from '../me-too.ts'
import { ownedBy } from '../representation.ts'

export const joinMeToo = operation({
  method: 'POST',
  path: '/incidents/{id}/me-too',
  summary: 'Say that a known problem affects me too',
  action: 'incident.me_too',
  creates: true,
  answers: { status: 201, description: 'What everybody may read of it', schema: AffectedAnswer },
  async load({ id = '' }, services, { callerId }) {
    if (!numberPattern.test(id)) return undefined
    const { incident, affected } = await services.meToos.read(id, callerId)
    return incident && { incident, affected }
  },
  async perform({ caller, subject: { incident, affected }, now, once }, services) {
    const own = ownedBy(incident, caller.id)
    const joined = affected?.via === undefined ? affected : undefined
    const title = knownOf(incident)?.title ?? joined?.title
    if (title === undefined && !own) throw notFound()
    const answer = created(representAffected(incident, title ?? incident.title))
    if (own) return answer
    const person = { id: caller.id, name: caller.name }
    return services.meToos.join(
      incident.id,
      { person, title: title ?? '', since: now },
      { answer, now, once },
    )
  },
})
