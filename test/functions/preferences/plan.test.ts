import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type PlanFor, planFor } from '../../../functions/preferences/plan.ts'
import { defaultNotifications, Preferences } from '../../../functions/preferences/preferences.ts'
import { after, minutes } from '../../../functions/runtime/instant.ts'

const at = '2026-11-23T09:00:00.000Z'
const phone = '+4930123456'
const webhook = { url: 'https://chat.example.com/hook', format: 'slack' as const }
const mail = (delayMinutes = 0) => ({ channel: 'mail' as const, delayMinutes })
const sms = (delayMinutes = 0) => ({ channel: 'sms' as const, delayMinutes })
const hook = (delayMinutes = 0) => ({ channel: 'webhook' as const, delayMinutes })

const plan = (
  preferences: z.input<typeof Preferences>,
  rest: Partial<Omit<PlanFor, 'preferences'>> = {},
): string[] => {
  const asked = {
    defaults: defaultNotifications,
    priority: 'P1',
    zone: 'Europe/Berlin',
    at,
    ...rest,
  } as const
  return planFor({ ...asked, preferences: z.parse(Preferences, preferences) }).map(
    (way) => `${way.channel} ${way.at.slice(0, 16)} ${way.because}`,
  )
}

describe('planFor', () => {
  test.each([
    ['the organisation’s ways, as far as there is an address', {}, {}, ['mail 2026-11-23T09:00 default']],
    [
      'the organisation’s ways with a number',
      { phone },
      {},
      ['mail 2026-11-23T09:00 default', 'sms 2026-11-23T09:00 default'],
    ],
    [
      'the ways of their own, in the order of time',
      { phone, webhook, rules: { urgent: [sms(5), hook(), mail(15)], normal: [mail()] } },
      {},
      ['webhook 2026-11-23T09:00 rule', 'sms 2026-11-23T09:05 rule', 'mail 2026-11-23T09:15 rule'],
    ],
    [
      'the ways for what is not urgent',
      { phone, rules: { urgent: [sms()], normal: [mail(10)] } },
      { priority: 'P3' },
      ['mail 2026-11-23T09:10 rule'],
    ],
    [
      'a mail when no chosen way is open',
      { rules: { urgent: [sms(), hook(5)], normal: [mail()] } },
      {},
      ['mail 2026-11-23T09:00 fallback'],
    ],
    [
      'what is forced, at once, beside the later way of the same channel',
      { phone, rules: { urgent: [sms(10)], normal: [mail()] } },
      { defaults: { ...defaultNotifications, forced: ['sms', 'webhook'] } },
      ['sms 2026-11-23T09:00 forced', 'sms 2026-11-23T09:10 rule'],
    ],
    [
      'nothing forced for what is not urgent',
      { phone },
      { priority: 'P4', defaults: { ...defaultNotifications, forced: ['sms'] } },
      ['mail 2026-11-23T09:00 default'],
    ],
    [
      'the same channel again later, and not twice at one moment',
      { phone, rules: { urgent: [sms(), sms(), sms(5)], normal: [mail()] } },
      { defaults: { ...defaultNotifications, forced: ['sms'] } },
      ['sms 2026-11-23T09:00 rule', 'sms 2026-11-23T09:05 rule'],
    ],
  ] as const)('answers %s', (_, preferences, rest, expected) => {
    expect(plan(preferences as z.input<typeof Preferences>, rest as Partial<PlanFor>)).toEqual(expected)
  })
})

describe('quiet hours', () => {
  const night = { from: '22:00', to: '06:30' }
  const quiet = (instant: string, quietHours: object, priority = 'P2', zone = 'Europe/Berlin') =>
    plan(
      { quietHours, rules: { urgent: [mail()], normal: [mail()] } } as z.input<typeof Preferences>,
      { at: instant, priority, zone } as Partial<PlanFor>,
    )

  test.each([
    ['before midnight', '2026-11-23T21:30:00.000Z', '2026-11-24T05:30'],
    ['after midnight', '2026-11-24T03:00:00.000Z', '2026-11-24T05:30'],
    ['from their first minute', '2026-11-23T21:00:00.000Z', '2026-11-24T05:30'],
    ['over the night in which the hour is repeated', '2026-10-24T20:00:00.000Z', '2026-10-25T05:30'],
    ['over the night in which the hour is skipped', '2027-03-27T22:00:00.000Z', '2027-03-28T04:30'],
  ])('put off what is not P1: %s', (_, instant, until) => {
    expect(quiet(instant, night)).toEqual([`mail ${until} quiet_hours`])
  })

  test.each([
    ['P1 passes', '2026-11-24T03:00:00.000Z', night, 'P1'],
    ['they are over in their last minute', '2026-11-24T05:30:00.000Z', night, 'P3'],
    ['it is day', '2026-11-24T11:00:00.000Z', night, 'P3'],
    ['they began on another weekday', '2026-11-24T03:00:00.000Z', { ...night, weekdays: ['tue'] }, 'P3'],
    ['they would never end', '2026-11-24T03:00:00.000Z', { from: '00:00', to: '00:00' }, 'P3'],
  ])('let through when %s', (_, instant, quietHours, priority) => {
    expect(quiet(instant, quietHours, priority)).toEqual([`mail ${instant.slice(0, 16)} rule`])
  })

  test('belong to the day on which they begin', () => {
    const monday = { ...night, weekdays: ['mon'] }
    expect(quiet('2026-11-24T03:00:00.000Z', monday)).toEqual(['mail 2026-11-24T05:30 quiet_hours'])
    expect(quiet('2026-11-24T22:00:00.000Z', monday)).toEqual(['mail 2026-11-24T22:00 rule'])
  })

  test('hold over a whole weekend', () => {
    const weekend = { from: '00:00', to: '00:00', weekdays: ['sat', 'sun'] }
    expect(quiet('2026-11-21T10:00:00.000Z', weekend)).toEqual(['mail 2026-11-22T23:00 quiet_hours'])
  })

  test('have their edges at the jump, and the first time, where a clock changes', () => {
    const early = { from: '02:15', to: '02:45' }
    // 2027-03-28: 02:00 to 03:00 is skipped, so both edges come at once, at 01:00 UTC.
    expect(quiet('2027-03-28T01:00:00.000Z', early)).toEqual(['mail 2027-03-28T01:00 rule'])
    // 2026-10-25: 02:00 to 03:00 comes twice; the first one counts.
    expect(quiet('2026-10-25T00:20:00.000Z', early)).toEqual(['mail 2026-10-25T00:45 quiet_hours'])
    expect(quiet('2026-10-25T01:20:00.000Z', early)).toEqual(['mail 2026-10-25T01:20 rule'])
  })

  test('are those of the moment at which a delayed way is due, and do not hold up what is forced', () => {
    const evening = '2026-11-23T20:55:00.000Z'
    const preferences = { phone, quietHours: night, rules: { urgent: [mail(), sms(10)], normal: [mail()] } }
    const defaults = { ...defaultNotifications, forced: ['webhook' as const, 'sms' as const] }
    expect(plan(preferences, { at: evening, priority: 'P2', defaults })).toEqual([
      'mail 2026-11-23T20:55 rule',
      'sms 2026-11-23T20:55 forced',
      'sms 2026-11-24T05:30 quiet_hours',
    ])
    expect(plan(preferences, { at: evening, priority: 'P1' })[1]).toBe(
      `sms ${after(evening, minutes(10)).slice(0, 16)} rule`,
    )
  })
})
