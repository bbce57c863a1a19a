import { ok, operation } from '../../runtime/operation.ts'
import { representSurvey, SurveyAnswer } from '../representation.ts'
import { readByLink } from '../survey-link.ts'

export const readSurvey = operation({
  method: 'GET',
  path: '/surveys/{token}',
  summary: 'Show the survey behind a link; records nothing, however often it is opened',
  action: 'anyone',
  answers: { status: 200, description: 'The survey and the answer so far', schema: SurveyAnswer },
  load: readByLink,
  perform: async ({ subject: { survey, incident }, now }) => ok(representSurvey(survey, incident, now)),
})
