import { describe, expect, test } from 'vitest'
import { clockFor } from '../../portal/lib/clock.ts'
import { fieldsOf } from '../../portal/lib/form.ts'
import { askedOf, lastTest, partsFor, preferencesIn, rulesWords } from '../../portal/lib/my-notifications.ts'
import type { MyNotifications } from '../../portal/lib/notify-contract.ts'
import { triggerWords } from '../../portal/lib/trigger-words.ts'
import type { Ui } from '../../portal/lib/visit.ts'
import { translate } from '../../portal/messages/messages.ts'

const ui = { locale: 'en', t: translate('en'), clock: clockFor({ locale: 'en', now: new Date(0) }) } as Ui
const parts = partsFor(ui, { preferences: { shiftReminders: [45] } })
const read = (values: Record<string, string>, isStaff = true) =>
  preferencesIn(askedOf(parts, isStaff), fieldsOf(Object.entries(values)))

describe('the form of preferences', () => {
  test('becomes what the API keeps, with the number as networks write it', () => {
    expect(
      read({
        phone: '+49 (0)30-12 34/56'.replace('(0)', ''),
        'webhook.url': 'https://chat.example/hook',
        'webhook.format': 'slack',
        ownRules: 'yes',
        'rules.urgent.order': '1,0',
        'rules.urgent.0.channel': 'mail',
        'rules.urgent.0.delayMinutes': '0',
        'rules.urgent.1.channel': 'sms',
        'rules.urgent.1.delayMinutes': '5',
        'quietHours.from': '22:00',
        'quietHours.to': '07:00',
        'digest.at': '08:00',
        'digest.weekdays.mon': 'on',
        'shiftReminders.45': 'on',
        'shiftReminders.1440': 'on',
      }),
    ).toEqual({
      phone: '+4930123456',
      webhook: { url: 'https://chat.example/hook', format: 'slack' },
      rules: {
        urgent: [
          { channel: 'sms', delayMinutes: 5 },
          { channel: 'mail', delayMinutes: 0 },
        ],
        normal: [],
      },
      quietHours: { from: '22:00', to: '07:00' },
      digest: { at: '08:00', weekdays: ['mon'] },
      shiftReminders: [1440, 45],
    })
  })

  test('has no rules unless somebody wants their own, and no quiet hours that nobody typed', () => {
    expect(
      read({ 'rules.urgent.order': '0', 'rules.urgent.0.channel': 'mail', 'webhook.format': 'json' }),
    ).toEqual({
      rules: undefined,
      shiftReminders: [],
    })
  })

  test('asks requesters for their digest only', () => {
    expect(read({ phone: '+4930123456', 'digest.at': '08:00' }, false)).toEqual({
      digest: { at: '08:00', weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
      rules: undefined,
    })
  })
})

test('the rules in force are one sentence', () => {
  expect(
    rulesWords(ui, {
      urgent: [
        { channel: 'mail', delayMinutes: 0 },
        { channel: 'sms', delayMinutes: 5 },
      ],
      normal: [{ channel: 'mail', delayMinutes: 0 }],
    }),
  ).toBe('P1 and P2: Email at once and Text message after 5 min; P3 to P5: Email at once')
})

test('of several tests of a channel the last one counts', () => {
  const tests = ['2026-11-27T10:00:00Z', '2026-11-27T11:00:00Z'].map((at) => ({
    ...{ channel: 'sms' as const, status: 'sent', at },
  }))
  expect(lastTest({ tests } as MyNotifications, 'sms')?.at).toBe('2026-11-27T11:00:00Z')
  expect(lastTest({ tests } as MyNotifications, 'mail')).toBeUndefined()
})

test('a trigger is told on one line', () => {
  const known = { services: [], categories: [], teams: [{ id: 'team_l3', name: 'L3 Database' }] }
  const trigger = {
    ...{ on: ['reported' as const, 'reopened' as const], channel: 'mail' as const, digest: true },
    where: { priorities: ['P1' as const], teamIds: ['team_l3'] },
  }
  expect(triggerWords(ui, trigger, known)).toBe(
    'reported and reopened · P1 · L3 Database · in the collected email',
  )
})
