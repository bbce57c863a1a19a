import { describe, expect, test } from 'vitest'
import type { Change } from '../../../functions/incidents/change.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import type { State } from '../../../functions/incidents/lifecycle.ts'
import { hours, after as later } from '../../../functions/runtime/instant.ts'
import {
  followIncident,
  surveyDelay,
  surveyExpiry,
  surveyOf,
  wakeSurvey,
} from '../../../functions/surveys/survey.ts'
import { incidentIn, now } from '../incidents/fixture.ts'

const moved = (from: State, to: State, overrides: Partial<Incident> = {}): Change =>
  followIncident(
    { before: incidentIn(from, overrides), after: incidentIn(to, overrides), events: [] },
    { now, settings: {} },
  )
const inAnHour = later(now, surveyDelay)
const asked = {
  slices: { survey: { status: 'requested', requestedAt: now, expiresAt: later(now, surveyExpiry) } },
}

describe('an incident that is followed', () => {
  test('is asked about an hour after it was resolved', () => {
    expect(surveyDelay).toBe(hours(1))
    expect(moved('in_progress', 'resolved').after.timers).toEqual({ survey: inAnHour })
  })

  test('is not asked about when nobody helped', () => {
    const selfSolved = { resolution: { code: 'self_solved' } } as Partial<Incident>
    expect(moved('in_progress', 'resolved', selfSolved).after.timers).toEqual({})
  })

  test('is not asked about when monitoring reported it', () => {
    const reported = { slices: { alerts: { groupId: 'grp_1' } } } as Partial<Incident>
    expect(moved('in_progress', 'resolved', reported).after.timers).toEqual({})
  })

  test('keeps its question when it is closed before the hour is over', () => {
    expect(moved('resolved', 'closed', { timers: { survey: inAnHour } }).after.timers).toEqual({
      survey: inAnHour,
    })
  })

  test('loses its question when it is opened again, and a question that was put is taken back', () => {
    expect(moved('resolved', 'in_progress', { timers: { survey: inAnHour } })).toMatchObject({
      after: { timers: {} },
      events: [],
    })
    const { after: incident, events } = moved('resolved', 'in_progress', asked)
    expect(surveyOf(incident)?.status).toBe('withdrawn')
    expect(events).toMatchObject([{ type: 'survey.withdrawn', visibility: 'internal' }])
  })

  test('keeps an answer that was given when it is opened again', () => {
    const answered = { slices: { survey: { ...asked.slices.survey, status: 'answered' } } }
    const { after: incident, events } = moved('resolved', 'in_progress', answered)
    expect([surveyOf(incident)?.status, events]).toEqual(['answered', []])
  })

  test.each<[State, State]>([
    ['new', 'in_progress'],
    ['in_progress', 'on_hold'],
    ['on_hold', 'canceled'],
    ['new', 'canceled'],
    ['resolved', 'resolved'],
  ])('from %s to %s nothing is asked', (from, to) => {
    expect(moved(from, to)).toMatchObject({ after: { timers: {} }, events: [] })
  })
})

describe('the hour is over', () => {
  const waiting = (state: State) => incidentIn(state, { timers: { survey: inAnHour } })

  test.each<State>(['resolved', 'closed'])('and the question is put once, while it is %s', (state) => {
    const change = wakeSurvey(waiting(state), inAnHour)
    expect(change?.events).toMatchObject([{ type: 'survey.requested', visibility: 'internal' }])
    expect(change?.after.timers).toEqual({})
    expect(change && surveyOf(change.after)).toMatchObject({ status: 'requested', requestedAt: inAnHour })
    expect(change && wakeSurvey(change.after, later(inAnHour, hours(1)))).toBeUndefined()
  })

  test('not a moment before', () => {
    expect(wakeSurvey(waiting('resolved'), later(inAnHour, -1))).toBeUndefined()
  })

  test.each<State>(['new', 'in_progress', 'on_hold', 'canceled'])(
    'and nothing is asked while it is %s',
    (state) => {
      expect(wakeSurvey(waiting(state), inAnHour)).toBeUndefined()
    },
  )

  test('and the question expires after 14 days', () => {
    const change = wakeSurvey(waiting('resolved'), inAnHour)
    expect(change && surveyOf(change.after)?.expiresAt).toBe(later(inAnHour, surveyExpiry))
  })
})
