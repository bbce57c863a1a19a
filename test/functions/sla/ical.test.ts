import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../functions/runtime/refusal.ts'
import { holidaysFrom } from '../../../functions/sla/ical.ts'

const range = { from: '2026-01-01', to: '2030-12-31' }
const file = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => ['BEGIN:VEVENT', event, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
const event = (...lines: string[]) => lines.join('\r\n')
const read = (...events: string[]) => holidaysFrom(file(...events), range)
const dates = (...events: string[]) => read(...events).map(({ date }) => date)

describe('holidays of a calendar file', () => {
  test('one day, with its name', () => {
    expect(read(event('DTSTART;VALUE=DATE:20261225', 'SUMMARY:Weihnachten'))).toEqual([
      { date: '2026-12-25', name: 'Weihnachten' },
    ])
  })

  test.each([
    [
      'an end that does not count',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'],
      ['2026-12-24', '2026-12-25', '2026-12-26'],
    ],
    ['an end on the same day', ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261224'], ['2026-12-24']],
    ['a duration', ['DTSTART;VALUE=DATE:20261231', 'DURATION:P2D'], ['2026-12-31', '2027-01-01']],
    ['a leap day of every year', ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'], ['2028-02-29']],
    [
      'every year',
      ['DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY'],
      ['2026-05-01', '2027-05-01', '2028-05-01', '2029-05-01', '2030-05-01'],
    ],
    [
      'every year, until',
      ['DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY;UNTIL=20271231T000000Z'],
      ['2026-05-01', '2027-05-01'],
    ],
    [
      'every second year, eight in all',
      ['DTSTART;VALUE=DATE:20140501', 'RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=8'],
      ['2026-05-01', '2028-05-01'],
    ],
    [
      'every year, named by month and day',
      ['DTSTART;VALUE=DATE:20290103', 'RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=3'],
      ['2029-01-03', '2030-01-03'],
    ],
    [
      'every year but one',
      ['DTSTART;VALUE=DATE:20280501', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20290501'],
      ['2028-05-01', '2030-05-01'],
    ],
    [
      'what began before the range',
      ['DTSTART;VALUE=DATE:20251230', 'DTEND;VALUE=DATE:20260102'],
      ['2026-01-01'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(dates(event(...lines))).toEqual(expected)
  })

  test('leaves out what has a time of day and what was canceled', () => {
    expect(
      dates(
        event('DTSTART:20260101T090000Z', 'SUMMARY:Meeting'),
        event('DTSTART;VALUE=DATE:20260102', 'STATUS:CANCELLED'),
        event('DTSTART;VALUE=DATE:20260103'),
      ),
    ).toEqual(['2026-01-03'])
  })

  test('unfolds lines, unescapes text, and keeps the words of an alarm apart', () => {
    const lines = event(
      'DTSTART;VALUE=DATE:20260103',
      'SUMMARY;LANGUAGE=de:Tag der Arbeit\\, Frühl',
      ' ing\\; ein \\\\ und\\nmehr',
      'BEGIN:VALARM',
      'SUMMARY:Alarm',
      'END:VALARM',
    )
    expect(read(lines)).toEqual([{ date: '2026-01-03', name: 'Tag der Arbeit, Frühling; ein \\ und mehr' }])
  })

  test('names a day that two events name once', () => {
    expect(dates(event('DTSTART;VALUE=DATE:20260103'), event('DTSTART;VALUE=DATE:20260103'))).toHaveLength(1)
  })

  test.each([
    ['no calendar', 'Hello', /not a calendar file/],
    ['nothing', '', /not a calendar file/],
    [
      'an event that does not end',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101',
      /not a calendar file/,
    ],
    ['no whole day', file(event('DTSTART:20260101T090000Z')), /no all-day event/],
    ['a date that is none', file(event('DTSTART;VALUE=DATE:20260231')), /no all-day event/],
    [
      'a rule for Easter',
      file(
        event('DTSTART;VALUE=DATE:20260101', 'SUMMARY:Labor Day', 'RRULE:FREQ=YEARLY;BYDAY=1MO;BYMONTH=9'),
      ),
      /“Labor Day” repeats/,
    ],
    ['every week', file(event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=WEEKLY')), /repeats/],
    ['years of days', file(event('DTSTART;VALUE=DATE:20260101', 'DURATION:P9999D')), /over a year/],
  ])('refuses %s', (_, text, sentence) => {
    expect(() => holidaysFrom(text, range)).toThrow(Refusal)
    expect(() => holidaysFrom(text, range)).toThrow(sentence)
  })
})
