import { created, operation } from '../../runtime/operation.ts'
import { forbidden } from '../../runtime/refusal.ts'
import { IncidentAnswer } from '../answers.ts'
import { Comment, comment } from '../comment.ts'
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
    if (body.visibility === 'internal' && !caller.may('incident.comment_internally')) throw forbidden()
    return services.saveIncident(
      comment(subject.incident, body, moverFor(subject, { caller, now, channel })),
      {
        now,
        settings: subject.settings,
        once,
        answer: (incident) => {
          const { body: representation, etag } = describe(incident, subject, caller)
          return created(representation, etag)
        },
      },
    )
  },
})
