import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { days, hours, after as later } from '../../../functions/runtime/instant.ts'
import { Answer, answerSurvey, type Survey, stateOf } from '../../../functions/surveys/answer.ts'
import { ratingFrom } from '../../../functions/surveys/rating.ts'
import { incidentIn, now } from '../incidents/fixture.ts'

const request = { requestedAt: now, expiresAt: later(now, days(14)) }
const open: Survey = { tokenHash: 'h', ...request }
const asked = incidentIn('resolved', { slices: { survey: { status: 'requested', ...request } } })
const withdrawn = incidentIn('in_progress', { slices: { survey: { status: 'withdrawn', ...request } } })
const first = (rating = 4, comment?: string) =>
  answerSurvey(open, asked, { rating, comment }, later(now, hours(1)))

describe('answering a survey', () => {
  test('records the rating with the words, by the requester and internally', () => {
    const { change, survey } = first(2, 'Too slow')
    expect(survey).toMatchObject({ rating: 2, comment: 'Too slow', answeredAt: later(now, hours(1)) })
    expect(change.after.slices.survey).toMatchObject({ status: 'answered' })
    expect(change.events).toMatchObject([
      {
        type: 'survey.answered',
        visibility: 'internal',
        by: { kind: 'person', id: 'riley' },
        text: 'Too slow',
        after: { rating: 2 },
      },
    ])
  })

  test('is edited by a second answer, and the twelve hours count from the first', () => {
    const answered = first()
    const at = later(now, hours(12))
    const { change, survey } = answerSurvey(answered.survey, answered.change.after, { rating: 1 }, at)
    expect(survey).toMatchObject({
      rating: 1,
      answeredAt: later(now, hours(1)),
      editableUntil: later(now, hours(13)),
    })
    expect(change.events).toMatchObject([{ before: { rating: 4 }, after: { rating: 1 } }])
  })

  test('changes nothing when the same answer comes again', () => {
    const answered = first(4, 'Fine')
    const again = answerSurvey(answered.survey, answered.change.after, { rating: 4, comment: 'Fine' }, now)
    expect(again.change.events).toEqual([])
  })

  test('can still be edited after the incident was opened again', () => {
    const { survey } = first()
    const reopened = incidentIn('in_progress', { slices: { survey: { status: 'answered', ...request } } })
    expect(answerSurvey(survey, reopened, { rating: 1 }, later(now, hours(2))).survey.rating).toBe(1)
  })

  test.each([
    ['after twelve hours', first().survey, first().change.after, later(now, hours(13.1)), 'answered'],
    ['after fourteen days', open, asked, later(now, days(15)), 'expired'],
    ['once it was taken back', open, withdrawn, now, 'withdrawn'],
    ['once a newer one was put', { ...open, requestedAt: later(now, -1) }, asked, now, 'withdrawn'],
  ])('is refused %s, with how it stands', (_, survey, incident, at, state) => {
    expect(() => answerSurvey(survey, incident, { rating: 5 }, at)).toThrow(
      expect.objectContaining({ code: 'conflict', extras: { current: { state } } }),
    )
    expect(stateOf(survey, incident, at)).toBe(state)
  })

  test.each([
    {},
    { rating: 0 },
    { rating: 6 },
    { rating: 3.5 },
    { rating: '4' },
    { rating: 4, comment: 'x'.repeat(20_001) },
  ])('does not take answer %#', (body) => {
    expect(z.safeParse(Answer, body).success).toBe(false)
  })
})

describe('rating', () => {
  test('shows once there is one', () => {
    expect(ratingFrom(undefined)).toBeUndefined()
    expect(ratingFrom(open)).toBeUndefined()
    expect(ratingFrom(first(5).survey)).toEqual({ rating: 5, comment: undefined, at: later(now, hours(1)) })
  })
})
