import { describe, expect, test } from 'vitest'
import { clockFor } from '../../portal/lib/clock.ts'
import type { Entry } from '../../portal/lib/contract.ts'
import type { Ui } from '../../portal/lib/visit.ts'
import { translate } from '../../portal/messages/messages.ts'
import { sentenceOf, wordsOf } from '../../portal/views/entry-sentence.ts'

const ui = { t: translate('de'), clock: clockFor({ locale: 'de', now: new Date(0) }) } as Ui
const moved = (state: string, entry: Pick<Entry, 'by' | 'reason'>): Entry => ({
  ...{ seq: 2, at: '2026-11-23T09:00:00.000Z', channel: 'portal', hash: '', previousHash: '' },
  ...{ type: 'incident.moved', visibility: 'public', after: { state } },
  ...entry,
})
const by = (as: 'requester' | 'worker') => ({ kind: 'person', name: 'Riley', as }) as const

describe('a closure', () => {
  test('by the requester is a confirmation, by others a change of state', () => {
    const told = (as: 'requester' | 'worker') => sentenceOf(ui, moved('closed', { by: by(as) }), String)
    expect(told('requester')).toBe('Riley hat bestätigt, dass es wieder geht')
    expect(told('worker')).toContain('Geschlossen')
  })
})

test.each([
  ['alert.grouped', { after: { alerts: 3 } }, 'Prometheus hat 3 Alarme gesendet'],
  ['alert.grouped', { text: 'Disk is full' }, 'Was Prometheus zuerst gesendet hat'],
  ['alert.quietened', {}, 'Keiner der Alarme ist mehr aktiv'],
  ['alert.rekindled', { after: { alerts: 1 } }, 'Einer der Alarme ist wieder aktiv'],
  ['alert.rekindled', { after: { alerts: 2 } }, '2 der Alarme sind wieder aktiv'],
] as const)('%s with %j is told in words', (type, more, words) => {
  const entry = { ...moved('new', { by: { kind: 'system', name: 'Prometheus' } }), after: {}, type, ...more }
  expect(sentenceOf(ui, entry, String)).toBe(words)
})

test('the reason of a cancellation is shown, and no other reason', () => {
  const reason = 'A duplicate'
  expect(wordsOf(moved('canceled', { by: by('worker'), reason }))).toBe(reason)
  expect(wordsOf(moved('on_hold', { by: by('worker'), reason: 'awaiting_vendor' }))).toBeUndefined()
})
