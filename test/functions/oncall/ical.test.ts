import { describe, expect, test } from 'vitest'
import { feedFile, feedStart } from '../../../functions/oncall/feed.ts'
import { calendarFile } from '../../../functions/oncall/ical.ts'
import { layer, override, schedule } from './fixture.ts'

const stampedAt = '2026-10-20T00:00:00.000Z'
const event = {
  uid: 'one@evenkeel',
  from: '2026-10-25T00:30:00.000Z',
  to: '2026-10-25T06:00:00.000Z',
  summary: 'On call',
}
const file = (change: object = {}) => calendarFile('Desk', [{ ...event, ...change }], stampedAt)
const lineOf = (text: string, name: string) =>
  text
    .replace(/\r\n /g, '')
    .split('\r\n')
    .find((line) => line.startsWith(name))

describe('a calendar file', () => {
  test('has its times in UTC and every line ended by CR LF', () => {
    expect(file()).toBe(
      [
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Evenkeel//On-call//EN', 'CALSCALE:GREGORIAN'],
        ...['METHOD:PUBLISH', 'X-WR-CALNAME:Desk', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'],
        ...['X-PUBLISHED-TTL:PT1H', 'BEGIN:VEVENT', 'UID:one@evenkeel', 'DTSTAMP:20261020T000000Z'],
        ...['DTSTART:20261025T003000Z', 'DTEND:20261025T060000Z', 'SUMMARY:On call', 'TRANSP:TRANSPARENT'],
        ...['END:VEVENT', 'END:VCALENDAR', ''],
      ].join('\r\n'),
    )
  })

  test('escapes what has a meaning, so that a name can add no line of its own', () => {
    const summary = 'Desk; nights, \\ days\r\nEND:VEVENT\u0007'
    expect(lineOf(file({ summary }), 'SUMMARY')).toBe('SUMMARY:Desk\\; nights\\, \\\\ days\\nEND:VEVENT ')
  })

  test('folds at 75 octets, never inside a character', () => {
    const summary = `${'Bereitschaft für die Datenbank 🛟 '.repeat(12)}Ende`
    const text = file({ summary })
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line.isWellFormed()).toBe(true)
    }
    expect(lineOf(text, 'SUMMARY')).toBe(`SUMMARY:${summary}`)
  })
})

describe('a feed', () => {
  const rota = schedule('Europe/Berlin', [layer(['ana', 'dana'])])
  const read = (now: string, only: 'all' | 'mine' = 'all', overrides = [] as ReturnType<typeof override>[]) =>
    feedFile({ only, personId: 'ana' }, rota, { overrides, now, language: 'de' })
  const uidsOf = (text: string) => [...text.matchAll(/UID:(\S+)/g)].map(([, uid]) => uid)

  test('names each shift the same from day to day, also those at its edges', () => {
    const [today, tomorrow] = [read('2026-11-27T12:00:00.000Z'), read('2026-11-28T12:00:00.000Z')]
    const [mine, theirs] = [uidsOf(today), uidsOf(tomorrow)]
    expect(new Set(mine).size).toBe(mine.length)
    expect(theirs.filter((uid) => !mine.includes(uid)).length).toBeLessThanOrEqual(1)
    expect(read('2026-11-27T23:59:59.000Z')).toBe(today)
  })

  test('begins where its overrides are read from, at whichever time of the day', () => {
    const from = '2026-10-30T00:00:00.000Z'
    for (const time of ['00:00:00.000', '12:00:00.000', '23:59:59.999'])
      expect(feedStart(`2026-11-27T${time}Z`)).toBe(from)
    const early = override('ben', '2026-10-30T02:00:00.000Z', '2026-10-30T06:00:00.000Z')
    expect(read('2026-11-27T12:00:00.000Z', 'all', [early])).toContain('DTSTART:20261030T020000Z')
  })

  test('of mine has my shifts only, with the reason of an override', () => {
    const stand = override('ana', '2026-12-01T08:00:00.000Z', '2026-12-01T10:00:00.000Z', { reason: 'Arzt' })
    const text = read('2026-11-27T12:00:00.000Z', 'mine', [stand])
    expect(text).toContain('SUMMARY:Bereitschaft: Test')
    expect(text).toContain('DESCRIPTION:Arzt')
    expect(uidsOf(text).length).toBeLessThan(uidsOf(read('2026-11-27T12:00:00.000Z')).length)
  })
})
