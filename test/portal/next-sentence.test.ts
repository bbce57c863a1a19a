import { expect, test } from 'vitest'
import { clockFor } from '../../portal/lib/clock.ts'
import type { Incident } from '../../portal/lib/contract.ts'
import { translate } from '../../portal/messages/messages.ts'
import { nextSentence } from '../../portal/views/next-sentence.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const words = { t: translate('en'), clock: clockFor({ locale: 'en', zone: 'Europe/Berlin', now }) }
const at = '2026-11-23T09:56:00.000Z'
const told = (incident: object) =>
  nextSentence(words, { id: 'INC-1', createdAt: at, updatedAt: at, ...incident } as Incident)

test.each([
  ['a new report', { state: 'new' }, 'reached the team 4 minutes ago'],
  ['a report that was seen', { state: 'new', acknowledgedAt: at }, 'looked at it 4 minutes ago'],
  [
    'work',
    { state: 'in_progress', assigneeName: 'Ana' },
    'Ana is working on it; the last step was 4 minutes ago',
  ],
  ['a solution', { state: 'resolved', resolvedAt: at }, 'solved it 4 minutes ago'],
])('%s says when', (_what, incident, expected) => {
  expect(told(incident)).toContain(expected)
})

test('a pause says until when, and needs no date for today', () => {
  const held = { state: 'on_hold', holdReason: 'awaiting_vendor' }
  expect(told({ ...held, holdUntil: '2026-11-23T13:00:00.000Z' })).toContain('today at 14:00.')
  expect(told({ ...held, holdUntil: '2026-11-25T13:00:00.000Z' })).toContain('on 25 Nov 2026, 14:00.')
  expect(told(held)).toBe('We are waiting for a supplier.')
})
