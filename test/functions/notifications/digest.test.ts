import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestMail, nextDigestAt } from '../../../functions/notifications/digest.ts'
import { incidentIn } from '../incidents/fixture.ts'
import { reader } from './fixture.ts'

const daily = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const at = (time: string, weekdays: readonly (typeof daily)[number][] = daily) => ({
  digest: { at: time, weekdays: [...weekdays] },
})

describe('the next digest', () => {
  test.each([
    ['later today', at('09:00'), 'Europe/Berlin', '2026-11-23T07:59:00.000Z', '2026-11-23T08:00:00.000Z'],
    [
      'tomorrow once it is time',
      at('09:00'),
      'Europe/Berlin',
      '2026-11-23T08:00:00.000Z',
      '2026-11-24T08:00:00.000Z',
    ],
    [
      'over the weekend',
      at('09:00', ['mon']),
      'Europe/Berlin',
      '2026-11-27T20:00:00.000Z',
      '2026-11-30T08:00:00.000Z',
    ],
    [
      'in a week on the only day',
      at('09:00', ['mon']),
      'UTC',
      '2026-11-23T09:00:00.000Z',
      '2026-11-30T09:00:00.000Z',
    ],
    [
      'at the jump over a skipped hour',
      at('02:30'),
      'Europe/Berlin',
      '2027-03-28T00:00:00.000Z',
      '2027-03-28T01:00:00.000Z',
    ],
    [
      'at the first of a repeated hour',
      at('02:30'),
      'Europe/Berlin',
      '2026-10-24T23:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'and not again in the second',
      at('02:30'),
      'Europe/Berlin',
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ],
    [
      'on their own date',
      at('07:00'),
      'Pacific/Auckland',
      '2026-11-23T20:00:00.000Z',
      '2026-11-24T18:00:00.000Z',
    ],
    [
      'at the end of quiet hours that it lies in',
      { ...at('06:00'), quietHours: { from: '22:00', to: '07:30' } },
      'Europe/Berlin',
      '2026-11-23T20:00:00.000Z',
      '2026-11-24T06:30:00.000Z',
    ],
    [
      'on a morning of a working day, for who never said',
      {},
      'UTC',
      '2026-11-27T09:00:00.000Z',
      '2026-11-30T08:00:00.000Z',
    ],
  ] as const)('comes %s', (_, preferences, zone, now, expected) => {
    expect(nextDigestAt(preferences, zone, now)).toBe(expected)
  })

  test('is always ahead, and never further than a week and a change of clocks', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    )
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
    const weekdays = fc.subarray([...daily], { minLength: 1 })
    const instant = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2030, 0) })
    fc.assert(
      fc.property(zone, minute, weekdays, instant, (zone, minute, days, ms) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const next = Date.parse(nextDigestAt(at(time, days), zone, new Date(ms).toISOString()))
        expect(next).toBeGreaterThan(ms)
        expect(next - ms).toBeLessThanOrEqual(8 * 86_400_000)
      }),
    )
  })
})

describe('the mail of a digest', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      ...{ incidentId: `INC-${100_000 + n}`, occasion: 'reported' as const, at: '2026-11-23T08:00:00.000Z' },
      ...{ visibility: 'public' as const, who: 'Riley' },
      incident: incidentIn('new', { id: `INC-${100_000 + n}` }),
    }))
  const mailOf = (count: number) =>
    digestMail({ lines: lines(count), reader, thread: 'dig_riley', portalUrl: 'https://desk.example.com' })

  test('has a line with a link for each thing', () => {
    const { subject, parts } = mailOf(2)
    expect(subject).toBe('2 things that could wait')
    expect(parts.list).toMatchObject([
      {
        label: 'INC-100000: Mail does not arrive',
        url: 'https://desk.example.com/incidents/INC-100000',
        text: expect.stringContaining('Riley reported INC-100000. Mon'),
      },
      { url: 'https://desk.example.com/incidents/INC-100001' },
    ])
  })

  test('has two hundred lines and says how many more there are', () => {
    expect(mailOf(200).parts.paragraphs).toHaveLength(1)
    const { parts } = mailOf(243)
    expect(parts.list).toHaveLength(200)
    expect(parts.paragraphs.at(-1)).toBe('And 43 more, which the queue shows.')
  })
})
