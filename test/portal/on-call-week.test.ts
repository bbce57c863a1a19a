import { describe, expect, test } from 'vitest'
import { dayIn } from '../../portal/lib/on-call/calendar.ts'
import { datesShown } from '../../portal/lib/on-call/days.ts'
import { weekRules } from '../../portal/lib/on-call/week-rules.ts'

const zone = 'Europe/Berlin'
const columns = datesShown('week', '2027-03-28').map((date) => ({ day: dayIn(date, zone), blocks: [] }))

describe('a week with a skipped hour', () => {
  test.each([
    ['on the day itself', '2027-03-28T09:00:00.000Z', '45.833%'],
    ['on another day', '2027-03-24T09:00:00.000Z', '41.667%'],
  ])('gives the hour and the present their places: %s', (_, now, place) => {
    const rules = weekRules(columns, { zone, repeat: undefined, now })
    expect(rules).toContain('.week-change-6{inset-block-start:8.333%;block-size:4.167%}')
    expect(rules).toContain(`.week-now{inset-block-start:${place}}`)
  })

  test('has no place for the present when it is past', () => {
    const rules = weekRules(columns, { zone, repeat: undefined, now: '2027-04-01T09:00:00.000Z' })
    expect(rules.join('')).not.toContain('week-now')
  })
})
