import * as z from 'zod/mini'
import type { Change } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { after, type Instant } from '../runtime/instant.ts'
import { Refusal } from '../runtime/refusal.ts'
import { editableFor, surveyOf, withSurvey } from './survey.ts'

export const Answer = z.object({
  rating: z.int().check(z.minimum(1), z.maximum(5)),
  comment: z.optional(z.string().check(z.trim(), z.maxLength(20_000))),
})
export type Answer = z.infer<typeof Answer>

export const surveyStates = ['open', 'answered', 'expired', 'withdrawn'] as const
export type SurveyState = (typeof surveyStates)[number]

/** The survey of an incident stands beside its head under this name, so that the incident's page reads both at once. */
export const surveySk = '!survey'

/** What was asked, and the answer once there is one; beside the head, because a comment may be long. */
export type Survey = {
  tokenHash: string
  requestedAt: Instant
  expiresAt: Instant
  rating?: number
  comment?: string
  /** The first answer; the twelve hours of editing count from here. */
  answeredAt?: Instant
  editableUntil?: Instant
}

/** How a survey stands. What the incident says wins: a reopen took the question back, a newer question replaced it. */
export function stateOf(survey: Survey, incident: Incident, now: Instant): SurveyState {
  if (survey.rating !== undefined) return 'answered'
  const slice = surveyOf(incident)
  if (slice?.status !== 'requested' || slice.requestedAt !== survey.requestedAt) return 'withdrawn'
  return now > survey.expiresAt ? 'expired' : 'open'
}

/**
 * Records a rating, or corrects it within twelve hours of the first answer; the same answer again changes nothing.
 * @throws Refusal `conflict` when the survey takes no answer (any more), with how it stands as `current`.
 */
export function answerSurvey(
  survey: Survey,
  incident: Incident,
  { rating, comment: written }: Answer,
  now: Instant,
): { change: Change; survey: Survey } {
  const comment = written || undefined
  const state = stateOf(survey, incident, now)
  if (state === 'withdrawn' || state === 'expired') throw closed(state)
  if (survey.editableUntil && now > survey.editableUntil) throw settled()

  const slice = surveyOf(incident)
  const isSame = survey.rating === rating && survey.comment === comment
  if (isSame) return { change: { before: incident, after: incident, events: [] }, survey }

  const answeredAt = survey.answeredAt ?? now
  const asked = slice?.requestedAt === survey.requestedAt
  const { id, name } = incident.requester
  return {
    change: {
      before: incident,
      after: slice && asked ? withSurvey(incident, { ...slice, status: 'answered' }) : incident,
      events: [
        {
          type: 'survey.answered',
          at: now,
          by: { kind: 'person', id, name },
          channel: 'portal',
          visibility: 'internal',
          text: comment,
          ...(survey.rating !== undefined && { before: { rating: survey.rating } }),
          after: { rating },
        },
      ],
    },
    survey: { ...survey, rating, comment, answeredAt, editableUntil: after(answeredAt, editableFor) },
  }
}

const closed = (state: 'withdrawn' | 'expired') =>
  new Refusal(
    'conflict',
    state === 'expired'
      ? {
          en: 'This survey has ended, so nothing was recorded. Thank you for wanting to answer.',
          de: 'Diese Umfrage ist zu Ende, deshalb wurde nichts gespeichert. Danke, dass Sie antworten wollten.',
        }
      : {
          en: 'Your incident is being worked on again, so this survey was taken back. We ask again once it is solved.',
          de: 'An Ihrem Vorfall wird wieder gearbeitet, deshalb wurde diese Umfrage zurückgezogen. Wir fragen nach der Lösung noch einmal.',
        },
    { current: { state } },
  )

const settled = () =>
  new Refusal(
    'conflict',
    {
      en: 'Your answer is in our figures already and can no longer be changed. Thank you for it.',
      de: 'Ihre Antwort ist schon ausgewertet und lässt sich nicht mehr ändern. Vielen Dank dafür.',
    },
    { current: { state: 'answered' } },
  )
