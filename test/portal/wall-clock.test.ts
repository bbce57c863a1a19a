import { describe, expect, test } from 'vitest'
import { instantOf, wallAt } from '../../portal/lib/on-call/wall.ts'

describe('a wall-clock time of a zone', () => {
  test.each([
    ['an ordinary one', '2026-10-21', '09:00', 'Europe/Berlin', '2026-10-21T07:00:00.000Z', undefined],
    ['the end of a day', '2026-10-21', '24:00', 'Europe/Berlin', '2026-10-21T22:00:00.000Z', undefined],
    ['one that is skipped', '2027-03-28', '02:30', 'Europe/Berlin', '2027-03-28T01:00:00.000Z', 'skipped'],
    ['one that comes twice', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z', 'repeated'],
    ['one after both rounds', '2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z', undefined],
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
  ])('is none when it is no date, no time or no zone: %s %s %s', (date, time, zone) => {
    expect(instantOf(date, time, zone)).toBeUndefined()
  })

  test('is what the wall shows at an instant', () => {
    expect(wallAt('2026-10-25T00:30:00Z', 'Europe/Berlin')).toEqual({ date: '2026-10-25', time: '02:30' })
    expect(wallAt('2026-10-25T23:30:00Z', 'Australia/Sydney')).toEqual({ date: '2026-10-26', time: '10:30' })
  })
})
