import { created, operation } from '../../runtime/operation.ts'
import { forbidden } from '../../runtime/refusal.ts'
import { IncidentAnswer } from '../answers.ts'
import { Comment, comment } from '../comment.ts'
import { missing } from '../refusals.ts'
import { describe, moverFor, onIncident } from './subject.ts'

export const commentIncident = operation({
  ...onIncident,
  method: 'POST',
  path: '/incidents/{id}/comments',
  summary: 'Say something, in public or among those who work on it',
  action: 'incident.comment',
  body: Comment,
  creates: true,
  answers: {
    status: 201,
    description: 'The incident with the comment in its timeline',
    schema: IncidentAnswer,
  },
  async perform({ caller, body, subject, now, channel, once }, services) {
    const mover = moverFor(subject, { caller, now, channel })
    const visibility = body.visibility ?? (mover.side === 'worker' ? undefined : 'public')
    if (!visibility) throw unsaid()
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

const unsaid = () =>
  missing(
    'visibility',
    'Say who may read this: public or internal.',
    'Sagen Sie, wer das lesen darf: public (alle Beteiligten) oder internal (nur das Team).',
  )
