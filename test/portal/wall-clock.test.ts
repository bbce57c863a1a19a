import { describe, expect, test } from 'vitest'
import { midnightsBetween } from '../../portal/lib/days.ts'
import { instantOf, isZone, nextSunday, wallAt } from '../../portal/lib/wall-clock.ts'

describe('a wall-clock time of a zone', () => {
  test.each([
    ['an ordinary one', '2026-10-21', '09:00', 'Europe/Berlin', '2026-10-21T07:00:00.000Z', undefined],
    ['the end of a day', '2026-10-21', '24:00', 'Europe/Berlin', '2026-10-21T22:00:00.000Z', undefined],
    ['one that is skipped', '2027-03-28', '02:30', 'Europe/Berlin', '2027-03-28T01:00:00.000Z', 'skipped'],
    ['one that comes twice', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z', 'repeated'],
    ['one after both rounds', '2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z', undefined],
    [
      'one that comes twice',
      '2026-11-01',
      '01:30',
      'America/New_York',
      '2026-11-01T05:30:00.000Z',
      'repeated',
    ],
    ['one that is skipped', '2027-03-14', '02:30', 'America/New_York', '2027-03-14T07:00:00.000Z', 'skipped'],
    [
      'half an hour that is skipped',
      '2026-10-04',
      '02:15',
      'Australia/Lord_Howe',
      '2026-10-03T15:30:00.000Z',
      'skipped',
    ],
    [
      'half an hour twice',
      '2027-04-04',
      '01:45',
      'Australia/Lord_Howe',
      '2027-04-03T14:45:00.000Z',
      'repeated',
    ],
    [
      'a midnight that is skipped',
      '2026-03-08',
      '00:30',
      'America/Havana',
      '2026-03-08T05:00:00.000Z',
      'skipped',
    ],
  ])('is an instant: %s', (_, date, time, zone, at, but) => {
    expect(instantOf(date, time, zone)).toEqual({ at, ...(but && { but }) })
  })

  test.each([
    ['2026-02-30', '09:00', 'Europe/Berlin'],
    ['2026-10-21', '25:00', 'Europe/Berlin'],
    ['2026-10-21', '', 'Europe/Berlin'],
    ['', '09:00', 'Europe/Berlin'],
    ['2026-10-21', '09:00', 'Europe/Nowhere'],
    ['2026-10-21', '09:00', ''],
    ['2026-10-21', '09:00', '2026-10-21T09:00Z'],
    ['2026-1-1', '09:00', 'Europe/Berlin'],
  ])('is none when it is no date, no time or no zone: %s %s %s', (date, time, zone) => {
    expect(instantOf(date, time, zone)).toBeUndefined()
  })

  test('is what the wall shows at an instant', () => {
    expect(wallAt('2026-10-25T00:30:00Z', 'Europe/Berlin')).toEqual({ date: '2026-10-25', time: '02:30' })
    expect(wallAt('2026-10-25T23:30:00Z', 'Australia/Sydney')).toEqual({ date: '2026-10-26', time: '10:30' })
  })
})

describe('a zone', () => {
  test.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['', false],
    ['Bärlin', false],
    ['2026-10-21T09:00Z', false],
  ])('%j is one: %j', (zone, is) => {
    expect(isZone(zone)).toBe(is)
  })
})

describe('the next Sunday', () => {
  test.each([
    ['2026-11-28T22:59:00Z', '2026-11-29'],
    ['2026-11-28T23:00:00Z', '2026-11-29'],
    ['2026-11-29T22:59:00Z', '2026-11-29'],
    ['2026-11-29T23:00:00Z', '2026-12-06'],
  ])('at %s in Berlin is %s', (now, sunday) => {
    expect(nextSunday(new Date(now), 'Europe/Berlin')).toBe(sunday)
  })
})

describe('the midnights between two instants', () => {
  test.each([
    ['one that is skipped is the jump', 'America/Havana', '2026-03-08', ['2026-03-08T05:00:00.000Z']],
    ['one that comes twice is the first', 'America/Havana', '2026-11-01', ['2026-11-01T04:00:00.000Z']],
    ['one that comes twice is the first', 'Atlantic/Azores', '2026-10-25', ['2026-10-25T00:00:00.000Z']],
  ])('%s, in %s on %s', (_, zone, date, midnights) => {
    expect(
      midnightsBetween(new Date(Date.parse(date) - 1).toISOString(), `${date}T12:00:00.000Z`, zone),
    ).toEqual(midnights)
  })
})
