import { alertsOf } from '../alerts/slice.ts'
import type { Change } from '../incidents/change.ts'
import { type Follower, system, withTimer } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { after, days, hours, type Instant } from '../runtime/instant.ts'

export const surveyDelay = hours(1)
export const surveyExpiry = days(14)
export const editableFor = hours(12)

/** What the head remembers of the survey; the answer itself is an item beside it. */
export type SurveySlice = {
  status: 'requested' | 'answered' | 'withdrawn'
  requestedAt: Instant
  expiresAt: Instant
}

export const surveyOf = (incident: Incident) => incident.slices.survey as SurveySlice | undefined

export const withSurvey = (incident: Incident, survey: SurveySlice): Incident => ({
  ...incident,
  slices: { ...incident.slices, survey },
})

/** Asks an hour after the resolution, unless nobody helped or monitoring reported it; a reopened incident takes the question back. */
export const followIncident: Follower<unknown> = (change, { now }) => {
  const { before, after: incident, events } = change
  if (incident.state === before?.state) return change
  if (incident.state === 'resolved') {
    const asks = incident.resolution.code !== 'self_solved' && !alertsOf(incident)
    return { ...change, after: withTimer(incident, 'survey', asks ? after(now, surveyDelay) : undefined) }
  }
  if (before?.state !== 'resolved' || incident.state === 'closed') return change
  const survey = surveyOf(incident)
  const quiet = withTimer(incident, 'survey', undefined)
  if (survey?.status !== 'requested') return { ...change, after: quiet }
  return {
    ...change,
    after: withSurvey(quiet, { ...survey, status: 'withdrawn' }),
    events: [
      ...events,
      {
        type: 'survey.withdrawn',
        at: now,
        by: system,
        channel: 'system',
        visibility: 'internal',
        reason: 'reopened',
      },
    ],
  }
}

/** The question is due: the mail follows from the event. */
export function wakeSurvey(incident: Incident, now: Instant): Change | undefined {
  const dueAt = incident.timers.survey
  if (!dueAt || dueAt > now || (incident.state !== 'resolved' && incident.state !== 'closed'))
    return undefined
  const expiresAt = after(now, surveyExpiry)
  return {
    before: incident,
    after: withSurvey(withTimer(incident, 'survey', undefined), {
      status: 'requested',
      requestedAt: now,
      expiresAt,
    }),
    events: [
      {
        type: 'survey.requested',
        at: now,
        by: system,
        channel: 'system',
        visibility: 'internal',
        after: { requestedAt: now, expiresAt },
      },
    ],
  }
}
