import { describe, expect, test } from 'vitest'
import { shiftsBetween } from '../../../functions/oncall/shifts.ts'
import { layer, override, schedule, told, workdays } from './fixture.ts'

const week = ['2026-07-06T00:00:00.000Z', '2026-07-13T00:00:00.000Z'] as const

describe('shiftsBetween', () => {
  test('hands over by the week, in the order of the list', () => {
    const rota = schedule('Europe/Berlin', [layer(['ana', 'dana', 'ben'])])
    const { shifts, gaps } = shiftsBetween(rota, [], '2026-01-05T00:00:00.000Z', '2026-02-03T00:00:00.000Z')
    expect(told(shifts)).toEqual([
      'ana 01-05T08:00 01-12T08:00',
      'dana 01-12T08:00 01-19T08:00',
      'ben 01-19T08:00 01-26T08:00',
      'ana 01-26T08:00 02-02T08:00',
      'dana 02-02T08:00 02-03T00:00',
    ])
    expect(gaps).toEqual([{ from: '2026-01-05T00:00:00.000Z', to: '2026-01-05T08:00:00.000Z' }])
  })

  test('lets a later layer go over an earlier one, and leaves a gap where nobody is', () => {
    const hours = [{ weekdays: workdays, from: '09:00', to: '17:00' }]
    const nights = [{ weekdays: ['fri' as const], from: '12:00', to: '06:00' }]
    const rota = schedule('UTC', [
      layer(['ana'], { restrictions: hours }),
      layer(['ben'], { restrictions: nights, endsOn: '2027-01-01' }),
    ])
    const { shifts, gaps } = shiftsBetween(rota, [], '2026-07-10T08:00:00Z', '2026-07-11T12:00:00Z')
    expect(told(shifts)).toEqual(['ana 07-10T09:00 07-10T12:00', 'ben 07-10T12:00 07-11T06:00'])
    expect(gaps.map(({ from, to }) => `${from.slice(11, 16)} ${to.slice(11, 16)}`)).toEqual([
      '08:00 09:00',
      '06:00 12:00',
    ])
  })

  test('lets an override go over everything, and the later made over the earlier', () => {
    const rota = schedule('UTC', [layer(['ana'], { rotation: { every: 4, unit: 'weeks' } })])
    const overrides = [
      override('ben', '2026-07-07T10:00:00Z', '2026-07-07T14:00:00Z', {
        createdAt: '2026-07-02T00:00:00.000Z',
      }),
      override('chen', '2026-07-07T12:00:00Z', '2026-07-07T16:00:00Z'),
      override('dana', '2026-07-08T00:00:00Z', '2026-07-09T00:00:00Z', { scheduleId: 'sch_other' }),
    ]
    const { shifts, gaps } = shiftsBetween(rota, overrides, ...week)
    expect(told(shifts)).toEqual([
      'ana 07-06T00:00 07-07T10:00',
      'ben 07-07T10:00 07-07T14:00',
      'chen 07-07T14:00 07-07T16:00',
      'ana 07-07T16:00 07-13T00:00',
    ])
    expect(gaps).toEqual([])
  })

  test('counts several overrides inside one shift, and one that lies over many', () => {
    const rota = schedule('UTC', [layer(['ana', 'ben'], { rotation: { every: 12, unit: 'hours' } })])
    const overrides = [
      override('chen', '2026-07-06T22:00:00Z', '2026-07-08T10:00:00Z'),
      override('dana', '2026-07-08T11:00:00Z', '2026-07-08T12:00:00Z'),
      override('noor', '2026-07-08T13:00:00Z', '2026-07-08T14:00:00Z'),
    ]
    const { shifts } = shiftsBetween(rota, overrides, '2026-07-06T12:00:00Z', '2026-07-08T21:00:00Z')
    expect(told(shifts)).toEqual([
      'ana 07-06T12:00 07-06T21:00',
      'ben 07-06T21:00 07-06T22:00',
      'chen 07-06T22:00 07-08T10:00',
      'ana 07-08T10:00 07-08T11:00',
      'dana 07-08T11:00 07-08T12:00',
      'ana 07-08T12:00 07-08T13:00',
      'noor 07-08T13:00 07-08T14:00',
      'ana 07-08T14:00 07-08T21:00',
    ])
  })

  test('answers nothing for an interval without length', () => {
    const rota = schedule('UTC', [layer(['ana'])])
    expect(shiftsBetween(rota, [], week[0], week[0])).toEqual({ shifts: [], gaps: [] })
    expect(shiftsBetween(rota, [], week[1], week[0])).toEqual({ shifts: [], gaps: [] })
  })
})
