import { describe, expect, test } from 'vitest'
import { clockFor } from '../../portal/lib/clock.ts'
import type { Entry } from '../../portal/lib/contract.ts'
import { targetWords } from '../../portal/lib/paged-words.ts'
import type { Ui } from '../../portal/lib/visit.ts'
import { translate } from '../../portal/messages/messages.ts'
import { sentenceOf } from '../../portal/views/entry-sentence.ts'

const uiIn = (locale: 'en' | 'de') =>
  ({ locale, t: translate(locale), clock: clockFor({ locale, now: new Date(0) }) }) as Ui

const told = (type: Entry['type'], after: Entry['after'], locale: 'en' | 'de' = 'en') => {
  const entry: Entry = {
    ...{ seq: 2, at: '2026-11-23T09:00:00.000Z', channel: 'system', hash: '', previousHash: '' },
    ...{ type, visibility: 'internal', by: { kind: 'system' }, after },
  }
  return sentenceOf(uiIn(locale), entry, (id) => (id === 'chen' ? 'Chen Wei' : id))
}

const onCall = { kind: 'schedule', id: 'sch_db', which: 'now', name: 'Database', level: 'L3' }
const inTeam = { kind: 'team', id: 'team_l1', name: 'L1 Service Desk', level: 'L1' }

describe('a step of the escalation', () => {
  test('names who was paged, as what, and why', () => {
    const whom = [{ id: 'chen', name: 'Chen Wei', as: onCall }]
    const after = { step: 2, of: 3, round: 1, why: 'not_acknowledged', whom }
    expect(told('escalation.step', after)).toBe(
      'Step 2 of the escalation: Chen Wei (on call for Database, L3) paged, because nobody had acknowledged it',
    )
    expect(told('escalation.step', after, 'de')).toContain('Chen Wei (in Bereitschaft für Database, L3)')
  })

  test('puts people of one team together, and says its level once', () => {
    const whom = ['Ana', 'Ben'].map((name) => ({ id: name, name, as: inTeam }))
    expect(told('escalation.step', { step: 1, round: 2, why: 'undelivered', whom })).toBe(
      'Step 1 of the escalation, round 2: Ana and Ben (L1 Service Desk) paged, because nothing of the step before arrived',
    )
  })

  test('of long ago names whom it was meant for', () => {
    const targets = [{ kind: 'person', id: 'chen' }]
    expect(told('escalation.step', { step: 1, why: 'no_update', targets })).toContain('Chen Wei paged')
  })
})

test.each<[Entry['type'], Entry['after'], string]>([
  ['escalation.skipped', { step: 1, cause: 'nobody_on_call' }, 'nobody was on call'],
  ['escalation.skipped', { step: 1, cause: 'condition' }, 'its times did not fit'],
  [
    'escalation.undelivered',
    { step: 1, failures: [{ id: 'chen', channel: 'sms' }] },
    'Chen Wei by Text message',
  ],
  ['escalation.exhausted', { of: 3, round: 1 }, 'nobody has acknowledged'],
])('%s says so: %o', (type, after, words) => {
  expect(told(type, after)).toContain(words)
  expect(told(type, after, 'de')).not.toBe(told(type, after))
})

test('what is next names the schedule, not who it will be', () => {
  const words = (target: Parameters<typeof targetWords>[1]) => targetWords(uiIn('en'), target)
  const schedule = { kind: 'schedule', id: 'sch_db', name: 'Database' } as const
  expect(words({ ...schedule, which: 'now' })).toBe('whoever is on call for Database')
  expect(words({ ...schedule, which: 'next' })).toBe('whoever is next on call for Database')
  expect(words({ kind: 'manager', name: 'L1 Service Desk' })).toBe('the leads of the team')
  expect(words({ kind: 'team', id: 'team_l1', name: 'L1 Service Desk' })).toBe('L1 Service Desk')
})
