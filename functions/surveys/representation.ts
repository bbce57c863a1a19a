import * as z from 'zod/mini'
import type { Incident } from '../incidents/incident.ts'
import type { Instant } from '../runtime/instant.ts'
import { type Survey, stateOf, surveyStates } from './answer.ts'

export const SurveyAnswer = z.object({
  incident: z.object({ id: z.string(), title: z.string() }),
  rating: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
  comment: z.optional(z.string()),
  editableUntil: z.optional(z.iso.datetime()),
  expiresAt: z.iso.datetime(),
  state: z.enum(surveyStates),
})

/** A survey as whoever holds its link sees it: no more of the incident than its number and title. */
export const representSurvey = (
  survey: Survey,
  incident: Incident,
  now: Instant,
): z.infer<typeof SurveyAnswer> => ({
  incident: { id: incident.id, title: incident.title },
  rating: survey.rating,
  comment: survey.comment,
  editableUntil: survey.editableUntil,
  expiresAt: survey.expiresAt,
  state: stateOf(survey, incident, now),
})
