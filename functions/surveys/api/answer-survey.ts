import { ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { Answer, answerSurvey } from '../answer.ts'
import { representSurvey, SurveyAnswer } from '../representation.ts'
import { readByLink } from '../survey-link.ts'

async function load(params: Record<string, string>, services: Services) {
  const [linked, settings] = await Promise.all([readByLink(params, services), services.settings.current()])
  return linked && { ...linked, settings }
}

export const answerSurveyByLink = operation({
  method: 'POST',
  path: '/surveys/{token}',
  summary: 'Rate what was done; a second answer within 12 hours corrects the first',
  action: 'anyone',
  body: Answer,
  answers: { status: 200, description: 'The survey with the recorded answer', schema: SurveyAnswer },
  load,
  perform: ({ subject: { incident, survey, settings }, body, now }, services) => {
    const answered = answerSurvey(survey, incident, body, now)
    const isStillTheSame = {
      ConditionExpression: 'tokenHash = :tokenHash',
      ExpressionAttributeValues: { ':tokenHash': survey.tokenHash },
    }
    return services.saveIncident(answered.change, {
      now,
      settings,
      answer: (saved) => ok(representSurvey(answered.survey, saved, now)),
      writes: [services.table.putting({ ...survey, ...answered.survey }, isStillTheSame)],
    })
  },
})
