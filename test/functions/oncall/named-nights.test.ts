import { describe, expect, test } from 'vitest'
import { onCallAt } from '../../../functions/oncall/duty.ts'
import { shiftsBetween } from '../../../functions/oncall/shifts.ts'
import { everyDay, layer, schedule, told, workdays } from './fixture.ts'

const office = (person: string, zone: string) =>
  layer([person], { zone, restrictions: [{ weekdays: workdays, from: '09:00', to: '17:00' }] })
/** Each works from nine to five, where they live. */
const sun = schedule('UTC', [
  office('sydney', 'Australia/Sydney'),
  office('berlin', 'Europe/Berlin'),
  office('york', 'America/New_York'),
])
const between = (from: string, to: string, rota = sun) =>
  shiftsBetween(rota, [], `${from}:00.000Z`, `${to}:00.000Z`)
const gapsOf = (gaps: { from: string; to: string }[]) =>
  gaps.map(({ from, to }) => `${from.slice(5, 16)} ${to.slice(5, 16)}`)

describe('following the sun from Sydney to Berlin to New York', () => {
  test('before 25 October 2026 Berlin and New York overlap, and Berlin comes an hour after Sydney', () => {
    const { shifts, gaps } = between('2026-10-21T21:00', '2026-10-22T22:00')
    expect(told(shifts)).toEqual([
      'sydney 10-21T22:00 10-22T06:00',
      'berlin 10-22T07:00 10-22T13:00',
      'york 10-22T13:00 10-22T21:00',
    ])
    expect(gapsOf(gaps)).toEqual([
      '10-21T21:00 10-21T22:00',
      '10-22T06:00 10-22T07:00',
      '10-22T21:00 10-22T22:00',
    ])
  })

  test('from 25 October on Berlin comes two hours after Sydney, until New York follows on 1 November', () => {
    const { shifts, gaps } = between('2026-10-25T21:00', '2026-10-27T21:00')
    expect(told(shifts)).toEqual([
      'sydney 10-25T22:00 10-26T06:00',
      'berlin 10-26T08:00 10-26T13:00',
      'york 10-26T13:00 10-26T21:00',
      'sydney 10-26T22:00 10-27T06:00',
      'berlin 10-27T08:00 10-27T13:00',
      'york 10-27T13:00 10-27T21:00',
    ])
    expect(gapsOf(gaps)).toEqual([
      '10-25T21:00 10-25T22:00',
      '10-26T06:00 10-26T08:00',
      '10-26T21:00 10-26T22:00',
      '10-27T06:00 10-27T08:00',
    ])
    expect(told(between('2026-11-02T06:00', '2026-11-02T23:00').shifts)).toEqual([
      'berlin 11-02T08:00 11-02T14:00',
      'york 11-02T14:00 11-02T22:00',
      'sydney 11-02T22:00 11-02T23:00',
    ])
  })

  test('over the weekend of 25 October nobody is on call', () => {
    expect(gapsOf(between('2026-10-23T20:00', '2026-10-25T23:00').gaps)).toEqual(['10-23T21:00 10-25T22:00'])
  })

  test('in the week of 4 April 2027 Sydney falls back and meets Berlin', () => {
    expect(told(between('2027-04-01T21:00', '2027-04-02T13:30').shifts)).toEqual([
      'sydney 04-01T22:00 04-02T06:00',
      'berlin 04-02T07:00 04-02T13:00',
      'york 04-02T13:00 04-02T13:30',
    ])
    const { shifts, gaps } = between('2027-04-04T21:00', '2027-04-06T07:00')
    expect(told(shifts)).toEqual([
      'sydney 04-04T23:00 04-05T07:00',
      'berlin 04-05T07:00 04-05T13:00',
      'york 04-05T13:00 04-05T21:00',
      'sydney 04-05T23:00 04-06T07:00',
    ])
    expect(gapsOf(gaps)).toEqual(['04-04T21:00 04-04T23:00', '04-05T21:00 04-05T23:00'])
  })

  test.each([
    ['2026-10-26T05:59:59Z', 'sydney'],
    ['2026-10-26T06:00:00Z', undefined],
    ['2026-10-26T07:30:00Z', undefined],
    ['2026-10-26T08:00:00Z', 'berlin'],
    ['2026-10-26T12:59:59Z', 'berlin'],
    ['2026-10-26T13:00:00Z', 'york'],
    ['2026-10-26T21:00:00Z', undefined],
    ['2026-10-26T22:00:00Z', 'sydney'],
    ['2027-04-04T22:30:00Z', undefined],
    ['2027-04-04T23:00:00Z', 'sydney'],
    ['2027-04-05T07:00:00Z', 'berlin'],
    ['2027-04-05T13:00:00Z', 'york'],
  ])('at %s it is %s', (at, expected) => {
    expect(onCallAt(sun, [], at)?.person.id).toBe(expected)
  })
})

describe('a night in which the clock changes', () => {
  const halves = (zone: string, at: string) =>
    schedule(zone, [
      layer(['late'], { restrictions: [{ weekdays: everyDay, from: '22:00', to: at }] }),
      layer(['early'], { restrictions: [{ weekdays: everyDay, from: at, to: '06:00' }] }),
    ])

  test.each([
    ['Europe/Berlin', '02:30', '2026-10-24T20:00', '2026-10-25T00:30', '2026-10-25T05:00'],
    ['Europe/Berlin', '03:00', '2026-10-24T20:00', '2026-10-25T02:00', '2026-10-25T05:00'],
    ['Europe/Berlin', '02:30', '2027-03-27T21:00', '2027-03-28T01:00', '2027-03-28T04:00'],
    ['Australia/Sydney', '02:30', '2026-10-03T12:00', '2026-10-03T16:00', '2026-10-03T19:00'],
    ['Australia/Sydney', '02:30', '2027-04-03T11:00', '2027-04-03T15:30', '2027-04-03T20:00'],
    ['America/New_York', '01:30', '2026-11-01T02:00', '2026-11-01T05:30', '2026-11-01T11:00'],
    ['Australia/Lord_Howe', '02:15', '2026-10-03T11:30', '2026-10-03T15:30', '2026-10-03T19:00'],
    ['Australia/Lord_Howe', '01:45', '2027-04-03T11:00', '2027-04-03T14:45', '2027-04-03T19:30'],
  ])('hands over in %s at %s, with neither gap nor overlap', (zone, at, from, handover, to) => {
    const { shifts, gaps } = between(from, to, halves(zone, at))
    expect(gaps).toEqual([])
    const short = (instant: string) => instant.slice(5)
    expect(told(shifts)).toEqual([
      `late ${short(from)} ${short(handover)}`,
      `early ${short(handover)} ${short(to)}`,
    ])
  })

  test('lets one hour of a rotation by the hour last two, and passes over the one that is skipped', () => {
    const hourly = schedule('Europe/Berlin', [
      layer(['a', 'b', 'c'], {
        rotation: { every: 1, unit: 'hours' },
        startsOn: '2026-10-25',
        handoverAt: '00:00',
      }),
    ])
    expect(told(between('2026-10-24T22:00', '2026-10-25T03:00', hourly).shifts)).toEqual([
      'a 10-24T22:00 10-24T23:00',
      'b 10-24T23:00 10-25T00:00',
      'c 10-25T00:00 10-25T02:00',
      'a 10-25T02:00 10-25T03:00',
    ])
    const spring = { ...hourly, layers: hourly.layers.map((one) => ({ ...one, startsOn: '2027-03-28' })) }
    expect(told(between('2027-03-27T23:00', '2027-03-28T03:00', spring).shifts)).toEqual([
      'a 03-27T23:00 03-28T00:00',
      'b 03-28T00:00 03-28T01:00',
      'a 03-28T01:00 03-28T02:00',
      'b 03-28T02:00 03-28T03:00',
    ])
  })
})
