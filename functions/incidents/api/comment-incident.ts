import { route, routedEvent } from '../../routing/route.ts'
import type { Caller } from '../../runtime/caller.ts'
import type { Once } from '../../runtime/idempotency.ts'
import { describe, moverFor, onIncident, type Subject } from '../../runtime/incident-subject.ts'
import { created, operation } from '../../runtime/operation.ts'
import { forbidden } from '../../runtime/refusal.ts'
import type { Services } from '../../runtime/services.ts'
import { IncidentAnswer } from '../answers.ts'
import { Comment, comment } from '../comment.ts'
import { followUp, isOver } from '../follow-up.ts'
import { missing } from '../refusals.ts'

export const commentIncident = operation({
  ...onIncident,
  method: 'POST',
  path: '/incidents/{id}/comments',
  summary:
    'Say something, in public or among those who work on it; once it is over, go on with a new incident',
  action: 'incident.comment',
  body: Comment,
  creates: true,
  answers: {
    status: 201,
    description:
      'The incident with the comment, or the new one that goes on from it: its `followsId` names this one',
    schema: IncidentAnswer,
  },
  async perform({ caller, body, subject, now, channel, once }, services) {
    const mover = moverFor(subject, { caller, now, channel })
    const visibility = body.visibility ?? (mover.side === 'worker' ? undefined : 'public')
    if (!visibility) throw unsaid()
    if (mover.side === 'requester' && isOver(subject.incident.state)) {
      return goOn(subject, body.body, { caller, now, channel, once }, services)
    }
    if (visibility === 'internal' && !caller.may('incident.comment_internally')) throw forbidden()
    return services.saveIncident(comment(subject.incident, { body: body.body, visibility }, mover), {
      now,
      settings: subject.settings,
      once,
      answer: (incident) => {
        const { body: representation, etag } = describe(incident, subject, caller)
        return created(representation, etag)
      },
    })
  },
})

type Asked = { caller: Caller; now: string; channel: 'portal' | 'api'; once?: Once }

/** A word about what is over opens a new incident; nobody has to fill in the form again. */
async function goOn(
  { incident, settings }: Subject,
  words: string,
  { caller, now, channel, once }: Asked,
  services: Services,
) {
  const decided = followUp(incident, words, {
    id: await services.incidents.nextId(),
    now,
    by: { kind: 'person', id: caller.id, name: caller.name, as: 'requester' },
    teamId: incident.teamId,
    channel,
    matrix: settings.priorityMatrix,
  })
  const { after: next, events } = decided
  const asked = { ...next, description: words, organisationId: next.requester.organisationId }
  const routed = route(asked, settings)
  const change = {
    ...decided,
    after: { ...next, teamId: routed.teamId },
    events: routed.ruleId ? [...events, routedEvent(next, routed)] : events,
  }
  const texts = decided.texts ?? { description: words, fields: {} }
  return services.saveIncident(services.links.added(change, 'follows'), {
    now,
    settings,
    once,
    answer: (after) => {
      const { body, etag } = describe(after, { texts, settings, now }, caller)
      return { ...created(body, etag), headers: { location: `/v1/incidents/${after.id}` } }
    },
  })
}

const unsaid = () =>
  missing(
    'visibility',
    'Say who may read this: public or internal.',
    'Sagen Sie, wer das lesen darf: public (alle Beteiligten) oder internal (nur das Team).',
  )
