import { describe, expect, test } from 'vitest'
import {
  datesShown,
  dayToPropose,
  isDate,
  periodOf,
  spanAround,
  today,
  turned,
} from '../../portal/lib/on-call/days.ts'
import { calendarLink, calendarQuery, queryIn } from '../../portal/lib/on-call/query.ts'

describe('a calendar', () => {
  test('shows whole weeks from Monday on', () => {
    expect(datesShown('week', '2026-10-25')).toEqual(
      [19, 20, 21, 22, 23, 24, 25].map((day) => `2026-10-${day}`),
    )
    const month = datesShown('month', '2026-10-25')
    expect([month[0], month.at(-1), month.length]).toEqual(['2026-09-28', '2026-11-01', 35])
    expect(datesShown('month', '2027-02-10')).toHaveLength(28)
  })

  test('turns by a week or a month, without losing a short one', () => {
    expect(turned('week', '2026-10-25', 1)).toBe('2026-10-26')
    expect(turned('month', '2027-01-31', 1)).toBe('2027-02-01')
    expect(turned('month', '2027-03-31', -1)).toBe('2027-02-01')
  })

  test('proposes today where it is shown, and else its first day', () => {
    const dates = datesShown('month', '2026-11-10')
    expect(dayToPropose(dates, '2026-11-10')).toBe('2026-11-10')
    expect(dayToPropose(dates, '2026-10-26')).toBe('2026-10-26')
    expect(dayToPropose(dates, '2026-10-25')).toBe('2026-10-26')
  })

  test('asks for enough, before anybody knows whose today it is', () => {
    const now = new Date('2026-10-25T23:30:00Z')
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'])
      for (const view of ['week', 'month'] as const) {
        const dates = datesShown(view, today(now, zone))
        const span = spanAround(view, undefined, now)
        expect(span.from < `${dates[0]}T00:00:00Z`, `${zone} ${view}`).toBe(true)
        expect(span.to > `${dates.at(-1)}T24:00:00Z`, `${zone} ${view}`).toBe(true)
        expect((Date.parse(span.to) - Date.parse(span.from)) / 86_400_000).toBeLessThanOrEqual(93)
      }
  })

  test('counts a month and a quarter from midnight to midnight of the zone', () => {
    expect(periodOf('month', '2026-10-25', 'Europe/Berlin')).toEqual({
      first: '2026-10-01',
      from: '2026-09-30T22:00:00.000Z',
      to: '2026-10-31T23:00:00.000Z',
    })
    expect(periodOf('quarter', '2026-12-31', 'Europe/Berlin').first).toBe('2026-10-01')
  })

  test.each(['2026-13-01', '2026-02-30', 'tomorrow', '1999-01-01', ''])('takes %s for no date', (text) => {
    expect(isDate(text)).toBe(false)
  })
})

describe('the address of a calendar', () => {
  test('says only what does not go without saying, and is read back', () => {
    expect(calendarLink('sch_1', { view: 'week', zone: 'mine' })).toBe('/on-call/sch_1')
    const address = calendarLink('sch_1', { view: 'month', date: '2026-10-25', zone: 'schedule' })
    expect(address).toBe('/on-call/sch_1?view=month&date=2026-10-25&zone=schedule')
    expect(queryIn(address)).toMatchObject({ view: 'month', date: '2026-10-25', zone: 'schedule' })
  })

  test('leads to the form when it names a stretch of time', () => {
    const span = { from: '2026-10-25T00:00:00.000Z', to: '2026-10-25T07:00:00.000Z' }
    expect(calendarLink('sch_1', span)).toMatch(/#change$/)
  })

  test('is read kindly when it says nonsense', () => {
    expect(calendarQuery({ view: 'year', date: 'soon', zone: '<script>', from: 'x' })).toEqual({
      view: 'week',
      zone: 'mine',
      hasLayers: false,
    })
  })
})
