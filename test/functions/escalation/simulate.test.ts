import { describe, expect, test } from 'vitest'
import type { Policy } from '../../../functions/escalation/policy.ts'
import { play, toldOf } from '../../../functions/escalation/simulate.ts'
import type { Case } from '../../../functions/escalation/simulation.ts'
import { defaultNotifications, Preferences } from '../../../functions/preferences/preferences.ts'
import { at, policyOf, settings, step, teamStep } from './fixture.ts'

const policy: Policy = policyOf([
  teamStep(5, 'l1'),
  step(10, [{ kind: 'schedule', id: 'sch', which: 'now' }]),
  step(15, [{ kind: 'manager' }], { unless: 'resolved' }),
])
const played = (more: Partial<Case> = {}, other = policy) =>
  play(other, { priority: 'P1', at: at('09:00'), teamId: 'l2', ...more }, settings)
const told = (more: Partial<Case> = {}) =>
  played(more).happenings.map(({ at, kind, step, cause, whom }) => [
    at.slice(11, 16),
    kind,
    step,
    cause,
    whom.map(({ id }) => id).join(' '),
  ])

describe('a simulation', () => {
  test('says who is told when and why, to the end', () => {
    expect(told()).toEqual([
      ['09:05', 'step', 1, 'not_acknowledged', 'ana eva'],
      ['09:15', 'step', 2, 'not_acknowledged', 'chen'],
      ['09:30', 'step', 3, 'not_resolved', 'dana'],
      ['10:00', 'exhausted', 3, undefined, ''],
    ])
  })

  test('stops at an acknowledgement, apart from what only a resolution stops, and says when it would go on', () => {
    expect(told({ acknowledgedAt: at('09:07') })).toEqual([
      ['09:05', 'step', 1, 'not_acknowledged', 'ana eva'],
      ['09:30', 'step', 3, 'not_resolved', 'dana'],
    ])
    expect(played({ acknowledgedAt: at('09:07') }).resumesAt).toBe(at('09:37'))
  })

  test('of an acknowledgement in the instant of a step sends nothing any more', () => {
    expect(told({ acknowledgedAt: at('09:05') })[0]).toEqual(['09:30', 'step', 3, 'not_resolved', 'dana'])
  })

  test('tells the ways of each, in words that say why', () => {
    const preferences = Preferences.parse({
      phone: '+4930123456',
      rules: {
        urgent: [
          { channel: 'sms', delayMinutes: 0 },
          { channel: 'mail', delayMinutes: 5 },
        ],
        normal: [{ channel: 'mail', delayMinutes: 0 }],
      },
    })
    const { items } = toldOf(
      played(),
      { priority: 'P1', of: 3 },
      {
        people: [{ id: 'chen', name: 'Chen Wei', zone: 'Europe/Berlin' }],
        preferences: new Map([['chen', preferences]]),
        defaults: defaultNotifications,
      },
    )
    expect(items[1]?.people).toEqual([
      {
        id: 'chen',
        name: 'Chen Wei',
        why: {
          en: 'You are on call for Database, L3, step 2 of 3.',
          de: 'Sie haben Bereitschaft für Database, L3, Schritt 2 von 3.',
        },
        ways: [
          { channel: 'sms', at: at('09:15'), because: 'rule' },
          { channel: 'mail', at: at('09:20'), because: 'rule' },
        ],
      },
    ])
    expect(items[0]?.people.map(({ name, ways }) => [name, ways])).toEqual([
      ['ana', []],
      ['eva', []],
    ])
  })

  test('of twenty steps that come ten times ends', () => {
    const long = policyOf(
      Array.from({ length: 20 }, () => teamStep(1, 'l1')),
      9,
    )
    const { happenings } = played({}, long)
    expect([happenings.length, happenings.at(-1)?.kind]).toEqual([201, 'exhausted'])
  })
})
