import { describe, expect, test } from 'vitest'
import type { Incident } from '../../../functions/incidents/incident.ts'
import type { Entry } from '../../../functions/incidents/timeline.ts'
import type { Claim } from '../../../functions/notifications/claim.ts'
import { whyTold } from '../../../functions/notifications/why-told.ts'
import { defaultNotifications, type Preferences } from '../../../functions/preferences/preferences.ts'
import { after as later, minutes } from '../../../functions/runtime/instant.ts'
import { incidentIn, now } from '../incidents/fixture.ts'
import { stepEvent } from './fixture.ts'

const whom = (id: string, name: string) => ({ id, name, as: { kind: 'person', id, name } })
const entry = (after: object = {}, type: Entry['type'] = 'escalation.step'): Entry => ({
  ...stepEvent({ whom: [whom('ana', 'Ana')], recipients: ['ana'], ...after }),
  type,
  seq: 1,
})
const claim = (rest: Partial<Claim>): Claim => ({
  ...{ recipient: { id: 'ana', name: 'Ana' }, channel: 'mail', reason: '', event: 'escalation.step' },
  ...{ sendKey: 'INC-000123/S:I000001:step-1:ana:mail', status: 'sent', at: now, ...rest },
})
const running = incidentIn('new', {
  slices: { escalation: { policyId: 'p', steps: [{}, {}], next: 2, status: 'running' } },
})
const why = (
  entries: Entry[],
  claims: Claim[],
  rest: { incident?: Incident; preferences?: Preferences; who?: string; mutedAt?: string } = {},
) =>
  whyTold({
    incident: rest.incident ?? running,
    ...{ entries, claims, defaults: defaultNotifications, now: later(now, minutes(1)) },
    person: { id: rest.who ?? 'ana', name: 'Ana', zone: 'Europe/Berlin' },
    preferences: rest.preferences ?? { shiftReminders: [] },
    mutedAt: rest.mutedAt,
  })

describe('why somebody was told or not', () => {
  test.each<[string, string, Answering]>([
    ['told', 'Step 1 told this person by mail.', [[entry()], [claim({})]]],
    [
      'bounced',
      'Step 1 did not arrive by mail. The mailbox does not exist or refuses our mail.',
      [[entry()], [claim({ status: 'bounced', note: 'Permanent, General' })]],
    ],
    [
      'no_address',
      'Step 1 did not arrive by text message. There was no address for this channel any more.',
      [[entry()], [claim({ channel: 'sms', status: 'failed', note: 'no_address' })]],
    ],
    [
      'acknowledged_before',
      'Step 1 did not arrive by mail. It had been acknowledged by then.',
      [[entry()], [claim({ status: 'suppressed', note: 'acknowledged' })]],
    ],
    ['not_a_target', 'Step 1 was for somebody else. It went to Ana.', [[entry()], [], { who: 'ben' }]],
    [
      'nobody_on_call',
      'Step 1 told nobody: nobody was on call. Administrators were warned.',
      [[entry({ cause: 'nobody_on_call', recipients: [] }, 'escalation.skipped')], []],
    ],
    [
      'condition',
      'Step 1 told nobody: the policy does not want it at that time.',
      [[entry({ cause: 'condition' }, 'escalation.skipped')], []],
    ],
    [
      'works_here',
      'A message by mail was not sent or did not arrive. Who works here follows it in the queue and gets no mail for it.',
      [[], [claim({ event: 'incident.moved', status: 'suppressed', note: 'works_here' })]],
    ],
    [
      'no_policy',
      'Nobody is paged for P1: no escalation policy is for it.',
      [[], [], { incident: incidentIn('new') }],
    ],
  ])('%s: %s', (code, text, [entries, claims, rest]) => {
    expect(why(entries, claims, rest)).toContainEqual(
      expect.objectContaining({ code, text: { en: text, de: expect.any(String) } }),
    )
  })

  test('says by which way of their rules somebody cannot be reached', () => {
    const ways = [{ channel: 'sms' as const, delayMinutes: 0 }]
    const preferences = { rules: { urgent: ways, normal: [] }, shiftReminders: [] }
    expect(why([entry()], [claim({})], { preferences })).toContainEqual({
      ...{ step: 1, at: now, code: 'no_address' },
      text: expect.objectContaining({
        en: 'Step 1 would have come by text message too, but this person has given no address for it.',
      }),
    })
  })

  test('says since when the person mutes it, beside what pages did all the same', () => {
    const mutedAt = later(now, -minutes(5))
    expect(why([entry()], [claim({})], { mutedAt })).toMatchObject([
      { code: 'told' },
      {
        ...{ code: 'muted', at: mutedAt },
        text: { en: 'This person muted it: apart from pages, nothing of it reaches them.' },
      },
    ])
    expect(why([entry()], [claim({})])).not.toContainEqual(expect.objectContaining({ code: 'muted' }))
  })

  test('says until when quiet hours hold a message back', () => {
    const incident = { ...running, priority: 'P2' } as Incident
    const preferences = { quietHours: { from: '08:00', to: '12:00' }, shiftReminders: [] }
    expect(why([entry()], [], { incident, preferences })).toEqual([
      {
        ...{ step: 1, at: '2026-11-23T11:00:00.000Z', code: 'quiet_hours_until' },
        text: expect.objectContaining({
          en: expect.stringContaining('Mon, 23 Nov 2026, 12:00'),
        }),
      },
    ])
  })

  test('says who acknowledged it before the next step, and what is not due yet, also when silence let it go on', () => {
    const escalation = { policyId: 'p', steps: [{}, {}], next: 1, status: 'running' }
    const open = incidentIn('new', { slices: { escalation }, timers: { escalation: later(now, 9) } })
    expect(why([], [], { incident: open })).toMatchObject([{ step: 2, code: 'not_due_yet' }])
    const acknowledged = { acknowledgedAt: now, acknowledgedBy: { id: 'ben', name: 'Ben' } }
    const silent = { ...open, ...acknowledged }
    expect(why([], [], { incident: silent })).toMatchObject([{ step: 2, code: 'not_due_yet' }])
    const slices = { escalation: { ...escalation, status: 'acknowledged' } }
    const seen = { ...open, ...acknowledged, slices }
    expect(why([], [], { incident: seen })).toMatchObject([
      { code: 'acknowledged_before', text: { en: 'Ben acknowledged it before the next step.' } },
    ])
  })
})

type Answering = [Entry[], Claim[], Parameters<typeof why>[2]?]
