import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { answerSurveyByLink } from './api/answer-survey.ts'
import { readSurvey } from './api/read-survey.ts'

export const operations = [readSurvey, answerSurveyByLink]
export const handler = httpFunction(operations, () => openServices())
